// The article, whose marks can be clicked or reached by keyboard. A link would reload the app and start a new session.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  if (!root) return;
  // Escaped on the server; redrawn only when it changes, so that a selection of text is not lost.
  if (root.dataset.drawn !== data.mark) {
    root.innerHTML = data.html;
    root.dataset.drawn = data.mark;
  }
  const choose = (event) => {
    const mark = event.target.closest("mark[data-actor]");
    if (!mark || String(window.getSelection())) return;
    event.preventDefault();
    setTriggerValue("actor", mark.dataset.actor);
  };
  root.onclick = choose;
  root.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") choose(event);
  };
}
