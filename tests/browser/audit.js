// Geometry audit: does every line of right-to-left text stand on the page in the order that Unicode asks for?
//
// Every visible character's box is read from the browser; sorted by place they give the order that a reader sees, per
// line. bidi-js (vendor/) computes the order that UAX #9 gives for the paragraph's base direction. The two must agree.
// Also found: presentation forms in the page, bidi controls that were painted, right-to-left paragraphs flush left.
// What is drawn on a canvas has no boxes: canvas.js keeps what was asked for there, and canvas() judges that. joining()
// finds highlights that part the letters of a word. Injected after bidi.min.js, which defines bidi_js().
window.rawiAudit = (() => {
  const bidi = bidi_js();
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const PRESENTATION = /[\ufb50-\ufdfb\ufe70-\ufefc]/;
  const CONTROL = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
  const NO_BOX = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/;
  const LIGATURES_OF_SOURCES = /[\ufdf0-\ufdfc]/g; // whole words such as the rial sign, found in sources, kept as they are

  const SURFACES = [ // the first that fits names the place where a block stands
    ['hover label', '.hoverlayer'], ['axis of a chart', '.js-plotly-plot :is(.xtick, .ytick)'],
    ['network of names', '[class*="st-key-card-together"] .js-plotly-plot'], ['word cloud', '[class*="st-key-card-cloud"] .js-plotly-plot'],
    ['title, legend or caption of a chart', '.js-plotly-plot .annotation'], ['mark of a chart', '.js-plotly-plot'],
    ['article', '.rawi-article'],
    ['list to choose from', '[role="listbox"]'], ['chosen in a list', '[data-testid="stMultiSelect"]'],
    ['sidebar', '[data-testid="stSidebar"]'], ['table', 'table'], ['message', '[data-testid="stAlert"]'],
    ['link or button', 'a, button'], ['page', 'body'],
  ];

  function lettersOf(text) {
    let right = 0, left = 0;
    for (const c of text) {
      const kind = bidi.getBidiCharTypeName(c);
      if (kind === 'R' || kind === 'AL') right++;
      else if (kind === 'L') left++;
    }
    return { right, left };
  }

  // What stands in an isolate is quoted: the words around it decide, where there are any.
  function withoutIsolates(text) {
    let depth = 0, outside = '';
    for (const c of text) {
      if (/[\u2066-\u2068]/.test(c)) depth++;
      else if (c === '\u2069') depth = Math.max(0, depth - 1);
      else if (!depth) outside += c;
    }
    return outside;
  }

  // The base direction that the text should have: its language where the page says one, else the majority of letters.
  function expectedBase(text, block) {
    const outside = lettersOf(withoutIsolates(text)), all = lettersOf(text);
    const { right, left } = outside.right + outside.left ? outside : all;
    const letters = lettersOf([...text].filter((c) => !CONTROL.test(c)).join(''));
    const owner = block.closest('[lang]');
    const language = owner && owner.tagName !== 'HTML' ? owner.getAttribute('lang').split('-')[0] : '';
    if (['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'ug', 'sd', 'yi'].includes(language)) return letters.right || !letters.left ? 'rtl' : 'ltr';
    return right && right >= left ? 'rtl' : 'ltr';
  }

  function blockOf(node) {
    let element = node.parentElement;
    if (element.closest('svg')) return element.closest('tspan.line') || element.closest('text') || element;
    while (element.parentElement && /^(inline|contents)$/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  }

  // The block's text with, for each character, the node and offset it stands at; isolates become characters without one.
  function gather(block) {
    let text = '';
    const places = [];
    const put = (characters) => { for (const c of characters) { text += c; places.push(null); } };
    (function walk(node) {
      if (node.nodeType === Node.TEXT_NODE) {
        for (let i = 0; i < node.data.length; i++) { text += node.data[i]; places.push([node, i]); }
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|SVG)$/i.test(node.tagName) && node !== block) return;
      let close = '';
      if (node !== block) {
        const style = getComputedStyle(node);
        if (node.tagName === 'BR') return put('\u2029');
        if (!/^(inline|contents)$/.test(style.display) && !node.closest('text')) return put('\ufffc');
        if (/isolate|plaintext/.test(style.unicodeBidi)) {
          put(style.unicodeBidi === 'plaintext' ? '\u2068' : style.direction === 'rtl' ? '\u2067' : '\u2066');
          close = '\u2069';
        }
      }
      for (const child of node.childNodes) walk(child);
      put(close);
    })(block);
    return { text, places };
  }

  let lastNode = null, lastStart = 0; // characters are asked for one after the other

  function startOf(node, label) {
    if (node === lastNode) return lastStart;
    let start = 0;
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    for (let n = walker.nextNode(); n && n !== node; n = walker.nextNode()) start += n.data.length;
    [lastNode, lastStart] = [node, start];
    return start;
  }

  function boxOf([node, offset]) {
    const label = node.parentElement.closest('text');
    if (label) { // local extent, so that rotated labels work
      const index = startOf(node, label) + offset;
      try {
        const e = label.getExtentOfChar(index);
        return { left: e.x, right: e.x + e.width, top: e.y, bottom: e.y + e.height };
      } catch { return null; }
    }
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const boxes = range.getClientRects();
    return boxes.length ? boxes[boxes.length - 1] : null;
  }

  function linesOf(boxes) {
    const lines = [];
    for (const box of boxes) {
      const line = lines[lines.length - 1];
      if (line && Math.abs(line[0].y - box.y) < Math.max(4, box.height * 0.6)) line.push(box);
      else lines.push([box]);
    }
    return lines;
  }

  function wrongOrder(text, base, lines) {
    const levels = bidi.getEmbeddingLevels(text, base);
    const wrong = [];
    for (const line of lines) {
      const on = new Set(line.map((box) => box.index));
      const asked = bidi.getReorderedIndices(text, levels, line[0].index, line[line.length - 1].index).filter((i) => on.has(i));
      const seen = [...line].sort((a, b) => a.x - b.x).map((box) => box.index);
      if (seen.some((i, k) => i !== asked[k] && text[i] !== text[asked[k]])) {
        wrong.push({ seen: seen.map((i) => text[i]).join(''), asked: asked.map((i) => text[i]).join('') });
      }
    }
    return wrong;
  }

  // A control with a width away from its neighbour: the browser painted something where nothing belongs.
  function paintedControls(text, places, boxes) {
    let painted = 0;
    for (let i = 0; i < text.length; i++) {
      if (!places[i] || !CONTROL.test(text[i])) continue;
      const box = boxOf(places[i]);
      const next = boxes.find((other) => other.index > i);
      if (box && next && box.right - box.left > 0.5 && Math.max(next.left - box.right, box.left - next.right) > 1) painted++;
    }
    return painted;
  }

  function flushLeft(block, base, lines) {
    if (base !== 'rtl' || block.closest('svg')) return false;
    const outer = block.getBoundingClientRect();
    const style = getComputedStyle(block);
    if (outer.width < 80 || /center/.test(style.textAlign) || /center/.test(style.justifyContent)) return false;
    const last = lines[lines.length - 1];
    const left = Math.min(...last.map((b) => b.left)) - outer.left - parseFloat(style.paddingLeft);
    const right = outer.right - parseFloat(style.paddingRight) - Math.max(...last.map((b) => b.right));
    return right - left > 12;
  }

  // Findings of one block, or null where it holds nothing to see.
  function judge(block) {
    lastNode = null;
    const { text, places } = gather(block);
    const base = expectedBase(text, block);
    const boxes = [];
    for (let index = 0; index < text.length; index++) {
      if (!places[index] || NO_BOX.test(text[index])) continue;
      const box = boxOf(places[index]);
      if (!box || (box.right === box.left && box.bottom === box.top)) continue;
      boxes.push({ index, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, left: box.left, right: box.right, height: box.bottom - box.top });
    }
    if (!boxes.some((box) => box.height > 0 && box.right > box.left)) return null;
    const lines = linesOf(boxes);
    return {
      text: text.slice(0, 80), tag: block.tagName.toLowerCase(), base, lines: lines.length,
      surface: SURFACES.find(([, selector]) => block.closest(selector))?.[0] || 'page',
      order: wrongOrder(text, base, lines),
      painted: paintedControls(text, places, boxes),
      presentation: PRESENTATION.test(text.replace(LIGATURES_OF_SOURCES, '')),
      flush: flushLeft(block, base, lines),
    };
  }

  // Every block under root that holds right-to-left letters, judged.
  function audit(root = document.body) {
    const seen = new Set();
    const judged = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!RIGHT_TO_LEFT.test(node.data) || !node.parentElement) continue;
      if (node.parentElement.closest('style,script,title,desc,canvas,[aria-hidden="true"],[hidden]')) continue;
      const block = blockOf(node);
      if (seen.has(block)) continue;
      seen.add(block);
      const verdict = judge(block);
      if (verdict) judged.push(verdict);
    }
    return judged;
  }

  // What was written on canvases: seen in the order that its context's direction gives, asked in that of its letters.
  function canvas() {
    const order = (text, base) => {
      const levels = bidi.getEmbeddingLevels(text, base);
      return bidi.getReorderedIndices(text, levels).map((i) => text[i]).filter((c) => !CONTROL.test(c)).join('');
    };
    return [...(window.rawiDrawn || new Map()).values()].filter(({ text }) => RIGHT_TO_LEFT.test(text)).map((drawn) => {
      const bare = [...drawn.text].filter((c) => !CONTROL.test(c)).join('');
      const { right, left } = lettersOf(bare);
      const base = right >= left ? 'rtl' : 'ltr';
      const seen = order(drawn.text, drawn.direction), asked = order(bare, base);
      return {
        text: bare.slice(0, 80), tag: 'canvas', base, lines: 1, painted: 0, presentation: PRESENTATION.test(bare),
        surface: drawn.bold ? 'grid header' : 'grid cell',
        order: seen === asked ? [] : [{ seen, asked }],
        flush: base === 'rtl' && !drawn.bold && !/right|end/.test(drawn.align) && drawn.direction !== 'rtl',
      };
    });
  }

  // Words that a mark begins or ends inside of, as wide as they are with the mark and without it.
  function joining() {
    const JOINS = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]/;
    const torn = [];
    let words = 0;
    for (const block of document.querySelectorAll('.rawi-article :is(p, h1)')) {
      if (!block.querySelector('mark, del, span')) continue;
      const plain = block.cloneNode(true);
      for (const mark of plain.querySelectorAll('mark, del, span')) mark.replaceWith(...mark.childNodes);
      plain.normalize();
      block.after(plain);
      const text = block.textContent;
      let at = 0;
      for (const node of [...block.childNodes]) {
        const end = at + node.textContent.length;
        const cut = JOINS.test(text[at - 1] || '') && JOINS.test(text[at] || '');
        if (cut && !block.querySelector('.chosen')) {
          let from = at, to = at;
          while (from > 0 && JOINS.test(text[from - 1])) from--;
          while (to < text.length && JOINS.test(text[to])) to++;
          const [one, other] = [block, plain].map((root) => widthOf(root, from, to));
          words++;
          if (Math.abs(one - other) > 1) torn.push(`${text.slice(from, to)}: ${one.toFixed(1)} for ${other.toFixed(1)}`);
        }
        at = end;
      }
      plain.remove();
    }
    return { words, torn };
  }

  function widthOf(root, from, to) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let at = 0, wide = 0;
    for (let node = walker.nextNode(); node; at += node.data.length, node = walker.nextNode()) {
      const [start, end] = [Math.max(from - at, 0), Math.min(to - at, node.data.length)];
      if (start >= end) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      wide += [...range.getClientRects()].reduce((sum, box) => sum + box.width, 0);
    }
    return wide;
  }

  // What is wider than the window without standing in something that scrolls.
  function overflow() {
    const main = document.querySelector('[data-testid="stMain"]');
    return main && main.scrollWidth > main.clientWidth + 1 ? main.scrollWidth - main.clientWidth : 0;
  }

  return { audit, canvas, joining, overflow };
})();
