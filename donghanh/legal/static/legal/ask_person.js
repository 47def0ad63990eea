// Hands the question over by the reader's own hand: into a message, the clipboard, another program.
const question = document.getElementById("ask-text");
const hand = document.querySelector("[data-hand]");
const copy = hand.querySelector("[data-copy]");
const share = hand.querySelector("[data-share]");

hand.hidden = false;
copy.hidden = !navigator.clipboard;
share.hidden = !navigator.share;

question.addEventListener("input", () => {
  for (const link of document.querySelectorAll("[data-text]")) {
    link.href = link.dataset.text + encodeURIComponent(question.value);
  }
});

copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(question.value);
  copy.querySelector("span").textContent = copy.dataset.done;
});

share.addEventListener("click", async () => {
  try {
    await navigator.share({ text: question.value });
  } catch (refusal) {
    if (refusal.name !== "AbortError") throw refusal;
  }
});
