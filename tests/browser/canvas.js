// Keeps every text that a page writes on a canvas, with the direction and the place it was written in. Runs before the page.
(() => {
  const drawn = (window.rawiDrawn = new Map());
  const HEAD = 34; // pixels: the titles of columns are written in the upper ones
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    const onPage = this.canvas instanceof HTMLCanvasElement && this.canvas.isConnected;
    if (onPage && drawn.size < 5000) {
      const bold = /\b(600|700|bold)\b/.test(this.font) || place[1] < HEAD;
      const computed = getComputedStyle(this.canvas).direction;
      const direction = this.direction === 'inherit' ? computed : this.direction;
      drawn.set(`${text}|${direction}|${bold}`, { text: String(text), direction, align: this.textAlign, bold });
    }
    return write.call(this, text, ...place);
  };
})();
