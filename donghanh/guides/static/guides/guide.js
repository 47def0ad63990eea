// What a guide's page adds when JavaScript runs: what a mark leads to is open, and paper shows everything.
"use strict";

// Older phones do not open a folded part by themselves when a link leads into it.
window.addEventListener("hashchange", () => {
  const folded = document.getElementById(location.hash.slice(1))?.closest("details");
  if (folded) folded.open = true;
});
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach((folded) => {
    folded.open = true;
  });
});
