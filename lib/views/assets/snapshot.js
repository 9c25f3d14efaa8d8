// Pictures made by the reader's own browser, for servers without one: the chart as it stands on the page, its fonts put
// inside, so that the picture looks the same everywhere.
const NS = "http://www.w3.org/2000/svg";

async function fonts() {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try { return [...sheet.cssRules]; } catch { return []; }
  });
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule && /Vazirmatn|Hebrew/.test(rule.cssText));
  const loaded = [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.unicodeRange);
  const wanted = faces.filter((rule) => loaded.includes(rule.style.getPropertyValue("unicode-range") || "U+0-10FFFF"));
  return Promise.all((wanted.length ? wanted : faces).map(inlined));
}

async function inlined(rule) {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.cssText)?.[1];
  if (!address) return "";
  const file = await (await fetch(new URL(address, document.baseURI))).blob();
  const data = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(file);
  });
  return rule.cssText.replace(/url\([^)]*\)/, `url("${data}")`);
}

async function drawing(chart) {
  const { width, height } = chart.getBoundingClientRect();
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("xmlns", NS);
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.style.background = "#ffffff";
  const style = document.createElementNS(NS, "style");
  style.textContent = (await fonts()).join("\n");
  svg.append(style);
  for (const layer of chart.querySelectorAll(".svg-container svg.main-svg")) {
    for (const child of layer.children) svg.append(child.cloneNode(true));
  }
  svg.querySelectorAll(".hoverlayer, .zoombox, .select-outline, .modebar").forEach((each) => each.remove());
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

async function png({ text, width, height }, scale) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  // A picture of this kind is ready before the fonts inside it are: it is drawn until it has changed and settled.
  let first = "", before = "";
  for (let round = 0; round < 10; round += 1) {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = canvas.toDataURL("image/jpeg", 0.4);
    if (now === before && now !== first) break;
    first ||= now;
    before = now;
    await new Promise((done) => setTimeout(done, 120));
  }
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// The picture is promised, not awaited: a browser lets a page write to the clipboard only while it answers a click.
async function copy(picture, note, data) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture() })]);
    note.textContent = data.copied;
  } catch {
    note.textContent = data.refused;
  }
}

export default function ({ data, parentElement }) {
  const note = parentElement.querySelector("[role=status]");
  for (const button of parentElement.querySelectorAll("button")) {
    const kind = button.dataset.kind;
    button.textContent = data[kind] || "";
    button.hidden = !data[kind];
    button.onclick = async () => {
      const chart = document.querySelector(`.st-key-${CSS.escape(data.chart)} .js-plotly-plot`);
      if (!chart) return;
      const picture = async () => { const drawn = await drawing(chart); return png(drawn, 2400 / drawn.width); };
      note.textContent = "";
      if (kind === "copy") await copy(picture, note, data);
      else if (kind === "svg") save(new Blob([(await drawing(chart)).text], { type: "image/svg+xml" }), `${data.stem}.svg`);
      else save(await picture(), `${data.stem}.png`);
    };
  }
}
