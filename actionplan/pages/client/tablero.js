/* The board's rows, chosen and ordered. What is chosen stands in the address, so that it can be shared; without
   this script the form stays hidden and the whole board is there. */
(() => {
  "use strict";
  const form = document.getElementById("tablero-filtros");
  const body = document.querySelector("#tablero tbody");
  if (!form || !body) return;
  const rows = [...body.rows];
  const told = form.querySelector("output");
  const filters = [...form.elements].filter(({name}) => name && name !== "orden");

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field && [...field.options].some((option) => option.value === value)) field.value = value;
  }

  const fits = (row) => filters.every(({name, value}) => !value || row.dataset[name].split(" ").includes(value));

  const arrange = () => {
    const by = form.elements.namedItem("orden").value;
    const sorted = by ? [...rows].sort((one, other) => row(one, by) - row(other, by)) : rows;
    if (sorted.some((item, index) => body.rows[index] !== item)) body.append(...sorted);
  };
  const row = (item, by) => Number(item.dataset[by]);

  const show = () => {
    let shown = 0;
    for (const item of rows) {
      item.hidden = !fits(item);
      if (!item.hidden) shown += 1;
    }
    told.textContent = told.dataset.texto.replace("{shown}", shown).replace("{all}", rows.length);
  };

  const keep = () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(history.state, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
  };

  form.addEventListener("change", () => { arrange(); show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  arrange();
  show();
})();
