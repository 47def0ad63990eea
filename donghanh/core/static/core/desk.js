// What desk pages add when JavaScript runs; every page works without it.
"use strict";

const KEYS_OFF = "dh-keys-off";

function keysAreOff() {
  return localStorage.getItem(KEYS_OFF) === "1";
}

function isTyping(element) {
  return element.closest("input, select, textarea, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll("details.dh-chip[open], details.dh-user[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || keysAreOff()) return;
  const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (field) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "?") {
    document.getElementById("keys")?.showModal();
  }
});

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-open], [data-print], [data-copy]");
  document.querySelectorAll("details.dh-chip[open], details.dh-user[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  if (!target) return;
  if (target.dataset.open) document.getElementById(target.dataset.open).showModal();
  if ("print" in target.dataset) window.print();
  if (target.dataset.copy) copy(target);
});

async function copy(button) {
  await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
  document.getElementById("messages").textContent = button.dataset.copied;
}

// A form that asks before it is sent names its question; without JavaScript it is sent at once,
// so only what can be undone may rely on this.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (!question || event.target.dataset.answered) return;
  event.preventDefault();
  ask(question, event.target.dataset.confirmAct).then((agreed) => {
    if (!agreed) return;
    event.target.dataset.answered = "1";
    event.target.requestSubmit(event.submitter);
  });
});

function ask(question, act) {
  const dialog = document.getElementById("confirm");
  dialog.querySelector("[data-question]").textContent = question;
  if (act) dialog.querySelector("[value=yes]").textContent = act;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-open], [data-print], [data-copy]").forEach((button) => {
    button.hidden = false;
  });
  const off = document.querySelector("[data-keys-off]");
  if (!off) return;
  off.checked = keysAreOff();
  off.addEventListener("change", () => localStorage.setItem(KEYS_OFF, off.checked ? "1" : "0"));
});
