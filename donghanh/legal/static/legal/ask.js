// Goes on with what is typed into the box of the library: a list below it, for the keyboard and for the thumb.
const PAUSE = 150;
const LEAST_LETTERS = 2;

for (const form of document.querySelectorAll("[data-ask]")) {
  const box = form.querySelector("input[name=q]");
  const list = form.querySelector("[role=listbox]");
  const count = form.querySelector("[data-ask-count]");
  let waiting = 0;
  let asking = null;
  let chosen = -1;

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  close();

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? chosen + 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen].textContent);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });
  box.addEventListener("blur", () => setTimeout(close, PAUSE));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // The box keeps the focus.
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option.textContent);
  });
  form.addEventListener("submit", () => asking?.abort());

  async function suggest() {
    asking?.abort();
    const typed = box.value.trim();
    if (typed.length < LEAST_LETTERS) {
      close();
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.ask}?${new URLSearchParams({ q: typed })}`, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).words);
    } catch {
      close(); // Without a network the box works on by itself.
    }
  }

  function show(words) {
    const options = words.map((text, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      return option;
    });
    list.replaceChildren(...options);
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = !options.length || document.activeElement !== box;
    box.setAttribute("aria-expanded", String(!list.hidden));
    count.textContent = list.hidden ? "" : `${options.length} ${count.dataset.words}`;
  }

  function mark(place) {
    const options = list.children;
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = (place + options.length) % options.length;
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function take(words) {
    box.value = words;
    close();
    form.requestSubmit();
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
}
