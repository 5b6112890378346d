// Draws the tables of the scorecard. Without it the tables are there, with the same numbers.
"use strict";

(() => {
  const DASHES = [[], [8, 5], [2, 4]];
  const HEIGHT = 200;
  const words = document.documentElement.lang;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = new Intl.NumberFormat(words, { style: "percent", maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(words, { maximumFractionDigits: 2 });

  // The numbers as they are drawn, and the words for them as they are read.
  const read = figure => {
    const rows = [...figure.querySelectorAll("tbody tr")];
    const heads = [...figure.querySelectorAll("thead th")].slice(1).map(each => each.textContent);
    const cells = rows.map(row => [...row.querySelectorAll("td")]);
    return {
      parts: rows.map(row => row.querySelector("th").textContent),
      series: heads.map((label, i) => ({
        label,
        values: cells.map(row => row[i].dataset.number === "" ? null : Number(row[i].dataset.number)),
        told: cells.map(row => row[i].textContent),
      })),
    };
  };

  // Each line has points of its own: round, square, a triangle.
  const shape = (context, kind, x, y, size) => {
    context.beginPath();
    if (kind === 0) {
      context.arc(x, y, size / 2, 0, 2 * Math.PI);
    } else if (kind === 1) {
      context.rect(x - size / 2, y - size / 2, size, size);
    } else {
      context.moveTo(x, y - size * .6);
      context.lineTo(x + size * .6, y + size * .5);
      context.lineTo(x - size * .6, y + size * .5);
      context.closePath();
    }
    context.fill();
  };

  const points = kind => ({
    show: (plot, series, first, last) => {
      const context = plot.ctx;
      context.save();
      context.fillStyle = css(`--series-${series}`);
      for (let i = first; i <= last; i++) {
        const value = plot.data[series][i];
        if (value !== null) {
          shape(
            context, kind, plot.valToPos(i, "x", true), plot.valToPos(value, "y", true),
            7 * devicePixelRatio);
        }
      }
      context.restore();
      return false;
    },
  });

  const sample = kind => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 30 12");
    svg.setAttribute("aria-hidden", "true");
    const marks = [
      "<circle cx='15' cy='6' r='4'/>",
      "<rect x='11' y='2' width='8' height='8'/>",
      "<path d='M15 1l5 9h-10z'/>",
    ];
    svg.innerHTML =
      `<line x1='0' y1='6' x2='30' y2='6' stroke-width='2' stroke-dasharray='${DASHES[kind].join(" ")}'/>${marks[kind]}`;
    svg.setAttribute("stroke", `var(--series-${kind + 1})`);
    svg.setAttribute("fill", `var(--series-${kind + 1})`);
    return svg;
  };

  const legend = (figure, chart) => {
    const list = document.createElement("ul");
    list.className = "legend";
    const where = document.createElement("li");
    where.className = "point";
    const values = chart.series.map((series, i) => {
      const line = document.createElement("li");
      const label = document.createElement("span");
      const value = document.createElement("strong");
      label.textContent = series.label;
      line.append(sample(i), label, value);
      list.append(line);
      return value;
    });
    list.prepend(where);
    list.setAttribute("aria-live", "polite");
    figure.querySelector(".plot").after(list);
    return at => {
      where.textContent = chart.parts[at] ?? "";
      values.forEach((value, i) => { value.textContent = chart.series[i].told[at] ?? ""; });
    };
  };

  const draw = figure => {
    const chart = read(figure);
    const place = figure.querySelector(".plot");
    const unit = figure.dataset.unit;
    const last = chart.parts.length - 1;
    const tell = legend(figure, chart);
    let plot = null;
    let at = Math.max(0, chart.parts.findLastIndex(
      (_, i) => chart.series.some(each => each.values[i] !== null)));

    const go = to => {
      at = Math.max(0, Math.min(last, to));
      tell(at);
      plot.setCursor({ left: plot.valToPos(at, "x"), top: 0 }, false);
    };

    const options = () => {
      const axis = {
        stroke: css("--soft"),
        grid: { stroke: css("--line"), width: 1 },
        ticks: { stroke: css("--line"), width: 1 },
        font: `12px ${css("--sans")}`,
      };
      return {
        width: place.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
        scales: {
          x: { time: false, range: () => [-.4, last + .4] },
          y: {
            range: (_, low, high) =>
              unit === "SHARE" ? [0, 1] : [0, high > 0 ? high * 1.1 : 1],
          },
        },
        axes: [
          { ...axis,
            size: 32,
            space: 48,
            incrs: [1, 2, 3, 4, 6, 12],
            values: (_, splits) => splits.map(each => chart.parts[each] ?? "") },
          { ...axis,
            size: 56,
            values: (_, splits) =>
              splits.map(each => unit === "SHARE" ? percent.format(each) : number.format(each)) },
        ],
        series: [
          {},
          ...chart.series.map((series, i) => ({
            label: series.label,
            stroke: css(`--series-${i + 1}`),
            width: 2,
            dash: DASHES[i],
            spanGaps: false,
            points: points(i),
          })),
        ],
        hooks: {
          setCursor: [
            self => {
              if (self.cursor.idx !== null && self.cursor.idx !== undefined && self.cursor.left >= 0) {
                at = self.cursor.idx;
                tell(at);
              }
            },
          ],
        },
      };
    };

    const make = () => {
      plot?.destroy();
      plot = new uPlot(
        options(), [chart.parts.map((_, i) => i), ...chart.series.map(each => each.values)], place);
      tell(at);
    };

    place.tabIndex = 0;
    place.setAttribute("role", "application");
    place.setAttribute("aria-label", place.dataset.label);
    make();
    place.addEventListener("keydown", event => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        go(to);
      }
    });
    new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT }))
      .observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", make);
  };

  if (window.uPlot) {
    document.querySelectorAll("figure.chart").forEach(draw);
  }
})();
