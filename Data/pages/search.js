// Words of the archive that complete the one being typed. The page searches without it.
"use strict";
(() => {
  const box = document.querySelector(".wide-search input[name=q]");
  const list = document.getElementById("suggestions");
  let asked = "";
  let timer = 0;
  const ask = async () => {
    const typed = box.value;
    if (typed === asked || typed.trim().length < 2) return;
    asked = typed;
    const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(typed)}`);
    if (!answer.ok || box.value !== typed) return;
    const { rows } = await answer.json();
    list.replaceChildren(...rows.map((row) => {
      const option = document.createElement("option");
      option.value = row.text;
      return option;
    }));
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
})();
