// Shows the whole of a record's span, which may lie in pieces, and its card. All pages read without it.
"use strict";
(() => {
  const light = (id) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const pieces = document.querySelectorAll(`[data-record="${CSS.escape(id)}"], [data-card="${CSS.escape(id)}"]`);
    for (const piece of pieces) piece.classList.add("lit");
  };
  const follow = () => {
    const name = decodeURIComponent(location.hash.slice(1)).replace(/^record-/, "");
    if (/^[soe][0-9]+$/.test(name)) light(name);
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  follow();
})();
