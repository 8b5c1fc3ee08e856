/*
 * Draws each chart of the page again, interactive, when the reader comes near it.
 *
 * The static drawing, the sentence and the table are the chart: they are there before this runs, they stay for
 * screen readers and paper, and they are all there is if anything here fails. Nothing leaves the reader's browser.
 */

const NEAR = "400px";
const NARROW = 600; // px, as in the style sheet
const SERIES = [1, 2, 3, 4, 5, 6];
const OUTLINED = 3;

let library;

/** Plotly, from beside this file, fetched once and only when a chart needs it. */
function plotly() {
  library ??= new Promise((resolve, reject) => {
    // Plotly writes its rules into the style sheet of this name. A strict content security policy lets it write
    // into ours, which came from the site, but not into a new one.
    const sheet = new URL("graficas.css", import.meta.url).href;
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      if (link.href === sheet) link.id = "plotly.js-style-global";
    }
    const script = document.createElement("script");
    script.src = new URL("plotly.min.js", import.meta.url).href;
    script.onload = () => (globalThis.Plotly ? resolve(globalThis.Plotly) : reject(new Error("no plotly")));
    script.onerror = () => reject(new Error(script.src));
    document.head.append(script);
  });
  return library;
}

/** The colours that the style sheet gives a figure now, as plotly can read them. */
function colours(figure) {
  const probe = document.createElement("span");
  probe.hidden = true;
  figure.append(probe);
  const read = (name) => {
    probe.style.color = `var(--grafica-${name})`;
    return getComputedStyle(probe).color;
  };
  const found = { ink: read("tinta"), paper: read("papel"), line: read("linea"), series: SERIES.map(read) };
  probe.remove();
  return found;
}

/** The layout with its template filled in with the page's colours, for the room there is. */
function dressed(chart, figure, narrow) {
  const { ink, paper, line, series } = colours(figure);
  const layout = structuredClone(chart.figure.layout);
  const room = narrow ? chart.narrow : chart.wide;
  Object.assign(layout, { bargap: room.bargap, height: room.height, margin: room.margin });
  layout.annotations = [...(layout.annotations ?? []), ...(room.annotations ?? [])];
  layout.xaxis = { ...layout.xaxis, ...room.xaxis, gridcolor: line };
  layout.yaxis = { ...layout.yaxis, ...room.yaxis, gridcolor: line };
  layout.paper_bgcolor = layout.plot_bgcolor = "rgba(0,0,0,0)";
  layout.font = { color: ink, family: getComputedStyle(figure).fontFamily, size: 14 };
  layout.hoverlabel = { bgcolor: paper, bordercolor: ink, font: { color: ink } };
  const halo = Array(4).fill(`0 0 3px ${paper}`).join();
  layout.template.data.bar.forEach((bar, index) => {
    const [colour, outlined, filled] = [series[index], index + 1 === OUTLINED, index === 0];
    Object.assign(bar.marker, { color: outlined ? paper : colour, line: { ...bar.marker.line, color: colour } });
    if (bar.marker.pattern.shape) Object.assign(bar.marker.pattern, { bgcolor: paper, fgcolor: colour });
    bar.insidetextfont = filled ? { color: paper } : { color: ink, shadow: halo };
    bar.outsidetextfont = { color: ink };
  });
  layout.template.data.scatter.forEach((curve, index) => {
    curve.line.color = series[index];
    Object.assign(curve.marker, { color: series[index], line: { ...curve.marker.line, color: series[index] } });
  });
  return layout;
}

/** What plotly may offer: one button, which saves a picture on the reader's own machine. */
function settings(chart, Plotly, name) {
  const save = {
    name: "save",
    title: chart.words.download,
    icon: Plotly.Icons.camera,
    click: (graph) => Plotly.downloadImage(graph, { format: "svg", filename: name, width: 900, height: graph.offsetHeight }),
  };
  return {
    displaylogo: false,
    doubleClick: false,
    modeBarButtons: [[save]],
    locale: chart.locale.name,
    locales: { [chart.locale.name]: { format: chart.locale.format, dictionary: {} } },
    responsive: true,
    scrollZoom: false,
    showTips: false,
  };
}

/** Take what is for the mouse alone out of the way of the keyboard: the chart is hidden from assistive technology. */
function quiet(graph) {
  for (const element of graph.querySelectorAll("a, button, [tabindex]")) element.setAttribute("tabindex", "-1");
}

async function draw(figure) {
  const chart = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const Plotly = await plotly();
  const graph = document.createElement("div");
  graph.className = "grafica-viva";
  graph.setAttribute("aria-hidden", "true");
  const config = settings(chart, Plotly, figure.dataset.figura);
  const isNarrow = () => figure.clientWidth < NARROW;
  let narrow = isNarrow();
  const paint = async (plot) => {
    await plot(graph, chart.figure.data, dressed(chart, figure, narrow), config);
    quiet(graph);
  };
  figure.querySelector(".grafica-marco").append(graph);
  figure.classList.add("grafica--viva"); // first, so that plotly can measure
  try {
    await paint(Plotly.newPlot);
  } catch (error) {
    figure.classList.remove("grafica--viva");
    graph.remove();
    throw error;
  }
  // Material sets the scheme on the body, by its button or by the system's preference.
  const scheme = new MutationObserver(() => paint(Plotly.react));
  scheme.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  const room = new ResizeObserver(() => {
    if (isNarrow() === narrow) return;
    narrow = !narrow;
    paint(Plotly.react);
  });
  room.observe(figure);
}

/** Whether the reader is better served by the drawing alone. */
function prefersStatic() {
  return matchMedia("(forced-colors: active)").matches || navigator.connection?.saveData === true;
}

function start() {
  if (prefersStatic()) return;
  const watch = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((item) => item.isIntersecting)) {
        watch.unobserve(entry.target);
        draw(entry.target).catch((error) => console.info("graficas:", error.message)); // the drawing stays
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of document.querySelectorAll("figure.grafica")) watch.observe(figure);
}

// Two frames: the drawing has been painted by then.
requestAnimationFrame(() => requestAnimationFrame(start));
