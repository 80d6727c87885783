// Keys for the coder's desk: each element that names a key is used by it. The desk works without them.
"use strict";
(() => {
  const form = document.querySelector("form.coding");
  const isField = (element) => element.matches("input, select, textarea");
  const change = () => {
    for (const field of form.querySelectorAll("[data-read]")) {
      field.closest("label").classList.toggle("changed", field.value !== field.dataset.read);
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (isField(event.target)) {
      if (event.code === "Escape") event.target.blur();
      return;
    }
    if (event.ctrlKey || event.shiftKey || event.repeat) return;
    // Keys by their place, so that they are the same on Arabic and Latin keyboards.
    const used = document.querySelector(`[data-key="${CSS.escape(event.code)}"]`);
    if (!used) return;
    event.preventDefault();
    if (isField(used)) used.focus();
    else used.click();
  });
  if (form) {
    form.addEventListener("input", change);
    change();
  }
})();
