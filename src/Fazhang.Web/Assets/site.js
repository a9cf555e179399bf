// Pages work without this file; it only makes them pleasanter.
"use strict";

// A pressed button rests until the answer comes. The server treats a second press as the first anyway.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.target.method !== "post" || button.name === "as") return;
  setTimeout(() => { button.disabled = true; button.setAttribute("aria-busy", "true"); }, 0);
});
// A page that comes back from the browser's memory has its buttons again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[aria-busy]").forEach((button) => { button.disabled = false; button.removeAttribute("aria-busy"); });
});

// After an error the reader starts at the list of errors.
const errors = document.getElementById("errors");
if (errors) errors.focus();

// Choosing a year or unit is enough; the button is for those without script.
document.querySelectorAll("form.chooser").forEach((form) => {
  form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
});

// Empty conditions need not stand in the address.
document.querySelectorAll("form.filter").forEach((form) => {
  form.addEventListener("submit", () => {
    form.querySelectorAll("input, select").forEach((field) => { if (!field.value) field.disabled = true; });
  });
});

// A table inside a form gets a line more or less at once; without script the server does it.
const renumber = (body) => [...body.rows].forEach((row, i) => {
  row.querySelectorAll("[name]").forEach((field) => {
    field.name = field.name.replace(/\.\d+\./, `.${i}.`);
    if (field.id) field.id = field.id.replace(/-\d+-/, `-${i}-`);
    if (field.ariaLabel) field.ariaLabel = field.ariaLabel.replace(/第 \d+ 行/, `第 ${i + 1} 行`);
    if (field.name === "rows-remove") field.value = field.value.replace(/\d+$/, i);
  });
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=rows-add], button[name=rows-remove]");
  const table = button?.closest("fieldset.rows");
  const body = table?.querySelector("tbody");
  if (!body) return;
  event.preventDefault();
  const clear = (row) => { row.querySelectorAll("input, select, textarea").forEach((field) => { field.value = ""; }); return row; };
  if (button.name === "rows-add") {
    const row = clear(body.rows[body.rows.length - 1].cloneNode(true));
    body.append(row);
    renumber(body);
    row.querySelector("input, select, textarea").focus();
  } else {
    const row = button.closest("tr");
    if (body.rows.length > 1) row.remove(); else clear(row);
    renumber(body);
    table.querySelector("button[name=rows-add]").focus();
  }
  body.dispatchEvent(new Event("input", { bubbles: true }));
});

// Typed but not saved: ask before the page goes away.
const edit = document.querySelector("form.edit");
if (edit) {
  let touched = false;
  edit.addEventListener("input", () => { touched = true; });
  edit.addEventListener("submit", () => { touched = false; });
  window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
}

// An open menu closes when one clicks elsewhere or presses Escape.
const closeMenus = (except) => document.querySelectorAll("details.chooser-menu[open]").forEach((menu) => {
  if (!menu.contains(except)) menu.open = false;
});
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });

// "/" goes to the search, as in many places.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) return;
  const search = document.querySelector(".top input[type=search]");
  if (search) { event.preventDefault(); search.focus(); }
});

// Files can be dropped on the form that takes them.
const drop = document.querySelector("form.drop");
if (drop) {
  const files = drop.querySelector("input[type=file]");
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
}

// While the demonstration loads, the strip counts on.
const strip = document.getElementById("loading");
const counts = strip ? strip.querySelectorAll("b") : [];
if (counts.length === 2) {
  const poll = setInterval(async () => {
    try {
      const health = await (await fetch("/health", { cache: "no-store" })).json();
      counts[0].textContent = health.done;
      counts[1].textContent = health.total;
      if (!health.loading) {
        clearInterval(poll);
        strip.textContent = "演示数据装载完毕。刷新页面可以看到全部数字。";
      }
    } catch {
      clearInterval(poll);
    }
  }, 1500);
}

// The menu's search: groups with a match open, the others hide; an emptied box gives the menu back as it was.
const find = document.getElementById("find-register");
if (find) {
  const lines = [...document.querySelectorAll(".shelf details.branch")];
  const before = lines.map((line) => line.open);
  find.hidden = false;
  find.addEventListener("input", () => {
    const words = find.value.trim().toLowerCase();
    let found = 0;
    lines.forEach((line, i) => {
      const whole = line.querySelector("summary").textContent.toLowerCase().includes(words);
      const links = [...line.querySelectorAll("a")];
      const fits = (link) => link.textContent.toLowerCase().includes(words);
      // A group found by its own name stands whole, unless some of its registers have the word themselves.
      const all = whole && !links.some(fits);
      links.forEach((link) => { link.hidden = !all && !fits(link); });
      const shown = links.filter((link) => !link.hidden).length;
      found += shown;
      line.hidden = shown === 0;
      line.open = words === "" ? before[i] : shown > 0;
    });
    document.getElementById("find-none").hidden = found > 0;
  });
  find.addEventListener("keydown", (event) => {
    const first = event.key === "Enter" && document.querySelector(".shelf details.branch:not([hidden]) a:not([hidden])");
    if (first) first.click();
  });
}
