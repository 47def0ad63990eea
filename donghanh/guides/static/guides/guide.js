// What a guide's page adds when JavaScript runs: send it on, print it, open what a mark leads to.
"use strict";

document.querySelectorAll("[data-share], [data-print]").forEach((button) => {
  button.hidden = false;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share], [data-print]");
  if (!button) return;
  if ("print" in button.dataset) {
    window.print();
    return;
  }
  const { share: url, shareTitle: title, shared } = button.dataset;
  if (navigator.share) {
    await navigator.share({ title, url }).catch(() => {}); // Closing the sheet is no fault.
    return;
  }
  await navigator.clipboard.writeText(url);
  document.getElementById("messages").textContent = shared;
});

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
