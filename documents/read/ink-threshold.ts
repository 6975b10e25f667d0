/** Otsu's threshold: the grey level that best parts ink from paper. */
export const inkThreshold = (pixels: Uint8Array): number => {
  const histogram = new Array<number>(256).fill(0);
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1;
  const total = histogram.reduce((sum, count, level) => sum + count * level, 0);
  let below = 0;
  let sumBelow = 0;
  let best = { level: 128, variance: -1 };
  histogram.forEach((count, level) => {
    below += count;
    sumBelow += count * level;
    const above = pixels.length - below;
    if (below === 0 || above === 0) return;
    const variance = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (variance > best.variance) best = { level, variance };
  });
  return best.level;
};
