// Puts the address of what is being read on the clipboard; without a clipboard the button stays hidden.
const button = document.querySelector("[data-copy-done]");

if (button && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    button.querySelector("span").textContent = button.dataset.copyDone;
  });
}
