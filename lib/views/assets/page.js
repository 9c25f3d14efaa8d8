// Tells screen readers the language of the interface, and keeps the one that the reader chose for the next visit.
export default function ({ data }) {
  const root = document.documentElement;
  if (root.lang !== data.language) root.lang = data.language;
  if (data.chosen) document.cookie = `${data.cookie}=${data.chosen}; path=/; max-age=31536000; SameSite=Lax`;
}
