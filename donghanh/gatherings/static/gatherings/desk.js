// Makes the desk ready for the next person as soon as one is recorded.
"use strict";

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.target.id !== "desk-now" || event.detail.xhr.status >= 400) return;
  const search = document.getElementById("q");
  const form = event.target.closest("[data-desk]");
  form?.reset();
  search.value = "";
  document.getElementById("found").replaceChildren();
  (form ? form.querySelector("input:not([type=hidden])") : search).focus();
});
