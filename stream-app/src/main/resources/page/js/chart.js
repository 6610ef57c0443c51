// Events as a line, alerts as bars, one minute each; drawn anew at every status.
import { clock, count, many } from './words.js';

const MINUTES = 60;
const WIDTH = 600;
const STEP = WIDTH / MINUTES;

const svg = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
};

export function drawChart(minutes) {
  const mostEvents = Math.max(0, ...minutes.map(minute => minute.events));
  const mostAlerts = Math.max(0, ...minutes.map(minute => minute.alerts));
  drawEvents(document.getElementById('chart-events'), minutes, mostEvents);
  drawAlerts(document.getElementById('chart-alerts'), minutes, mostAlerts);
  document.getElementById('chart-most').textContent = mostEvents === 0
    ? 'quiet' : `at most ${many(mostEvents, 'event')} and ${many(mostAlerts, 'alert')} in a minute`;
}

/** Left edge of a minute: the last one is at the right, whatever is not known yet stays empty. */
const left = (index, minutes) => WIDTH - (minutes.length - index) * STEP;

function drawEvents(chart, minutes, most) {
  const height = chart.viewBox.baseVal.height;
  const points = minutes.flatMap((minute, index) => {
    const y = height - 1 - (most === 0 ? 0 : (minute.events / most) * (height - 4));
    return [`${left(index, minutes)},${y}`, `${left(index, minutes) + STEP},${y}`];
  });
  const start = left(0, minutes);
  chart.replaceChildren(
    svg('polygon', { class: 'area', points: `${start},${height} ${points.join(' ')} ${WIDTH},${height}` }),
    svg('polyline', { class: 'line', points: points.join(' ') }));
  chart.setAttribute('aria-label', `Events per minute, at most ${count(most)}`);
}

function drawAlerts(chart, minutes, most) {
  const height = chart.viewBox.baseVal.height;
  const bars = minutes.map((minute, index) => ({ minute, x: left(index, minutes) })).filter(bar => bar.minute.alerts > 0)
    .map(({ minute, x }) => {
      const size = Math.max(4, (minute.alerts / most) * height);
      const bar = svg('rect', { class: 'bar', x: x + 1, y: height - size, width: STEP - 2, height: size, rx: 1.5 });
      const title = svg('title', {});
      title.textContent = `${clock(minute.at)}: ${many(minute.alerts, 'alert')}, ${many(minute.events, 'event')}`;
      bar.append(title);
      return bar;
    });
  chart.replaceChildren(svg('rect', { class: 'ground', x: 0, y: height - 1, width: WIDTH, height: 1 }), ...bars);
  chart.setAttribute('aria-label', `Alerts per minute, at most ${count(most)}`);
}
