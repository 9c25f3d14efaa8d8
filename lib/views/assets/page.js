// Tells screen readers the language of the interface, and keeps the one that the reader chose for the next visit. On a
// narrow screen charts and wide tables are moved sideways under the finger: the keyboard has to reach them too.
const MOVED = '[class*="st-key-desk-"]:not([tabindex])';
const TABLES = '[data-testid="stHtml"]:has(> .listed):not([tabindex])';
let watch;

function reachable() {
  for (const each of document.querySelectorAll(MOVED)) each.tabIndex = 0;
  for (const each of document.querySelectorAll(TABLES)) if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
}

export default function ({ data }) {
  const root = document.documentElement;
  if (root.lang !== data.language) root.lang = data.language;
  if (data.chosen) document.cookie = `${data.cookie}=${data.chosen}; path=/; max-age=31536000; SameSite=Lax`;
  reachable();
  watch ??= new MutationObserver(reachable);
  watch.observe(document.body, { childList: true, subtree: true });
}
