// Bars drawn from a table of the page: the table is the source, and what is left without JavaScript.
"use strict";

const tokens = getComputedStyle(document.documentElement);
const token = (name) => tokens.getPropertyValue(`--dh-${name}`).trim();
const LETTERS = '"Inter Digits", "Be Vietnam Pro", sans-serif';

// A cell may carry the plain number in data-value; "none yet" carries none and draws no bar.
function readTable(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].filter((row) => !row.matches(".dh-total"));
  return {
    heads,
    labels: rows.map((row) => row.cells[0].textContent.trim().replace(/\s+/g, " ")),
    columns: heads.map((_, column) => rows.map((row) => readNumber(row.cells[column + 1]))),
  };
}

function readNumber(cell) {
  const source = cell.querySelector("[data-value]") ?? cell;
  return source.dataset.value === undefined ? null : Number(source.dataset.value);
}

function options(table, kind) {
  const { heads, labels, columns } = readTable(table);
  const write = new Intl.NumberFormat(document.documentElement.lang).format;
  const two = heads.length > 1;
  return {
    animation: false,
    textStyle: { fontFamily: LETTERS, color: token("ink-2") },
    aria: { enabled: true },
    legend: { show: two, left: 40, top: 0, itemWidth: 11, itemHeight: 11, selectedMode: false },
    grid: { left: 8, right: 8, top: two ? 44 : 24, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: labels,
      axisLine: { lineStyle: { color: token("ink") } },
      axisTick: { show: false },
      axisLabel: { color: token("ink-2"), interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      splitNumber: 2,
      axisLabel: { color: token("ink-2"), formatter: write },
      splitLine: { lineStyle: { color: token("grid") } },
    },
    series: heads.map((name, index) => {
      const main = !two || index === heads.length - 1;
      return {
        name,
        type: kind,
        data: columns[index],
        barGap: "15%",
        barCategoryGap: "28%",
        itemStyle: { color: token(main ? "series-1" : "series-2") },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: "top",
          color: token(main ? "ink" : "ink-2"),
          fontWeight: main ? 600 : 400,
          formatter: ({ value }) => (value === null ? "" : write(value)),
        },
        labelLayout: { hideOverlap: true },
      };
    }),
  };
}

function show(holder, asChart) {
  holder.querySelector(".dh-chart").hidden = !asChart;
  holder.querySelector(".dh-chart-table").hidden = asChart;
  for (const button of holder.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String((button.dataset.show === "chart") === asChart));
  }
}

for (const holder of document.querySelectorAll("[data-chart]")) {
  const place = holder.querySelector(".dh-chart");
  const table = holder.querySelector(".dh-chart-table table");
  show(holder, true);
  holder.querySelector(".dh-switch").hidden = false;
  const chart = window.echarts.init(place);
  chart.setOption(options(table, holder.dataset.chart));
  new ResizeObserver(() => chart.resize()).observe(place);
  holder.addEventListener("click", (event) => {
    const button = event.target.closest("[data-show]");
    if (button) show(holder, button.dataset.show === "chart");
  });
}
