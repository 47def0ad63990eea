// What a page adds when JavaScript runs: buttons that send it on and print it.
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
