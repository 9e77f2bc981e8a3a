"use strict";
// The page is whole without this: it adds filters, copying and unfolding.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const form = document.querySelector(".filters");
const rows = all("tr.rule");
const status = form.querySelector("[role=status]");
const unfold = form.querySelector("[data-unfold]");

function fits(row) {
  return all("select", form).every(
    ({ name, value }) => !value || row.dataset[name].split(" ").includes(value),
  );
}

function filter() {
  for (const row of rows) row.hidden = !fits(row);
  for (const body of all("table.rules > tbody"))
    body.hidden = !all("tr.rule", body).some((row) => !row.hidden);
  const shown = rows.filter((row) => !row.hidden).length;
  status.textContent = status.dataset.template.replace("%s", shown);
}

// A selection is copied with its tables, which Word then pastes as tables.
function copy(button) {
  const range = document.createRange();
  range.selectNodeContents(button.closest("figure").querySelector(".paste"));
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const done = document.execCommand("copy");
  selection.removeAllRanges();
  if (done) {
    const label = button.firstChild;
    const before = label.data;
    label.data = button.dataset.done;
    setTimeout(() => (label.data = before), 2000);
  }
}

function follow() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!row || !row.matches("tr.rule")) return;
  if (row.hidden) form.reset();
  for (const details of all("details", row)) details.open = true;
  row.scrollIntoView();
}

form.hidden = false;
form.addEventListener("change", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
unfold.addEventListener("click", () => {
  const isOpen = unfold.dataset.open !== "true";
  for (const details of all("tr.rule td > details")) details.open = isOpen;
  unfold.dataset.open = isOpen;
  [unfold.textContent, unfold.dataset.done] = [unfold.dataset.done, unfold.textContent];
});
for (const button of all("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
addEventListener("hashchange", follow);
filter();
follow();
