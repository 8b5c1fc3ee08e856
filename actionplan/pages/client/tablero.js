/* The board's rows, chosen and ordered. What is chosen stands in the address, so that it can be shared and gone back
   to; without this script the form stays hidden and the whole board is there. */
(() => {
  "use strict";
  const STEP = 1000; // ms within which changes of one control, as arrow keys make them, are one step of the history
  const FIRST = 50; // rows, more than any screen shows, that are there at once; the rest comes after they are seen

  const form = document.getElementById("tablero-filtros");
  const table = document.getElementById("tablero");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const told = form.querySelector("output");
  const order = form.elements.namedItem("orden");
  const filters = [...form.elements].filter(({name}) => name && name !== "orden");
  const numbers = table.dataset.numeros.split("|");
  const ranks = filters.map((field) => new Map([...field.options].map(({value}, rank) => [value, rank])));

  // Everything is read once; afterwards rows are only taken out and put in.
  const rows = [...body.rows].map((element) => {
    const fields = element.dataset.f.split("|");
    return {
      element,
      words: filters.map((_, place) => fields[place].split(" ")),
      keys: [
        ...filters.map((_, place) => (fields[place] ? ranks[place].get(fields[place].split(" ")[0]) : Infinity)),
        ...fields.slice(filters.length).map(Number),
      ],
    };
  });
  let laid = rows;
  let turn = 0;

  const sorted = () => {
    if (!order.value) return rows;
    const named = filters.findIndex(({name}) => name === order.value);
    const place = named < 0 ? filters.length + numbers.indexOf(order.value) : named;
    const by = ({keys: one}, {keys: other}) => (one[place] === other[place] ? 0 : one[place] - other[place]);
    return [...rows].sort(by);
  };

  const lay = (elements) => {
    const mine = (turn += 1);
    body.replaceChildren(...elements.slice(0, FIRST));
    const rest = () => turn === mine && body.append(...elements.slice(FIRST));
    requestAnimationFrame(() => setTimeout(rest));
  };

  const update = () => {
    const asked = filters.map(({value}) => value);
    const fits = ({words}) => asked.every((value, place) => !value || words[place].includes(value));
    const shown = sorted().filter(fits);
    if (shown.length !== laid.length || shown.some((row, index) => row !== laid[index])) {
      lay(shown.map(({element}) => element));
      laid = shown;
    }
    told.textContent = told.dataset.texto.replace("{shown}", shown.length).replace("{all}", rows.length);
  };

  /** Choose what the address says; what the board does not offer is left out. */
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of [...filters, order]) {
      const value = asked.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    update();
  };

  let last = {name: "", time: -Infinity};
  const keep = (name, time) => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`;
    const same = name === last.name && time - last.time < STEP;
    history[same ? "replaceState" : "pushState"](null, "", address);
    last = {name, time};
  };

  form.addEventListener("change", ({target, timeStamp}) => {
    update();
    keep(target.name, timeStamp);
  });
  form.addEventListener("reset", ({timeStamp}) => {
    // The fields are empty only after the event.
    setTimeout(() => {
      update();
      keep("", timeStamp);
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);

  // Where the style sheet lays rows out as grids, some software would no longer call them rows of a table.
  const roles = [
    ["table", [table]],
    ["rowgroup", [table.tHead, body]],
    ["row", table.rows],
    ["columnheader", table.tHead.rows[0].cells],
    ["cell", body.querySelectorAll("td")],
    ["rowheader", body.querySelectorAll("th")],
  ];
  for (const [role, elements] of table.matches(".tablero--largo") ? roles : []) {
    for (const element of elements) element.setAttribute("role", role);
  }
  form.hidden = false;
  read();
})();
