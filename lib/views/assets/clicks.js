// Clicks on a chart in which one drags to keep a period: Streamlit passes on the drag alone and swallows the click.
export default function ({ data, setTriggerValue }) {
  const find = () => {
    const chart = document.querySelector(`.st-key-desk-${data.chart} .js-plotly-plot`);
    if (!chart?.on) return;
    // The chart may be drawn anew, and this function may run again: one listener, which sends where it was last told to.
    chart.rawiSend = ({ curveNumber, pointIndex, pointNumber }) =>
      setTriggerValue("mark", { curve: curveNumber, point: pointIndex ?? pointNumber });
    if (chart.rawiListens) return;
    chart.rawiListens = true;
    chart.on("plotly_click", ({ points }) => points?.length && chart.rawiSend(points[0]));
  };
  find();
  const timer = setInterval(find, 400);
  return () => clearInterval(timer);
}
