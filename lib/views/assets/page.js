// Tells screen readers the language of the interface, and keeps the one that the reader chose for the next visit. On a
// narrow screen charts and wide tables are moved sideways under the finger: the keyboard has to reach them too. A grid
// that is wider than its place begins at its left end, where an interface from right to left has its last columns.
const MOVED = '[class*="st-key-desk-"]:not([tabindex])';
const TABLES = '[data-testid="stHtml"]:has(> .listed):not([tabindex])';
const GRIDS = '[data-testid="stDataFrame"] .dvn-scroller:not([data-begun])';
let watch;

function reachable() {
  for (const each of document.querySelectorAll(MOVED)) each.tabIndex = 0;
  for (const each of document.querySelectorAll(TABLES)) if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || getComputedStyle(app).direction !== 'rtl') return;
  for (const each of document.querySelectorAll(GRIDS)) {
    if (each.scrollWidth <= each.clientWidth) continue;
    each.dataset.begun = 'right';
    each.scrollLeft = each.scrollWidth;
  }
}

export default function ({ data }) {
  const root = document.documentElement;
  if (root.lang !== data.language) root.lang = data.language;
  if (data.chosen) document.cookie = `${data.cookie}=${data.chosen}; path=/; max-age=31536000; SameSite=Lax`;
  reachable();
  watch ??= new MutationObserver(reachable);
  watch.observe(document.body, { childList: true, subtree: true });
}
