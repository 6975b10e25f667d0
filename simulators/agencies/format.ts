/** Öre as `5.200,00`. */
export const amountText = (amountOre: number): string => {
  const whole = String(Math.floor(amountOre / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${whole},${String(amountOre % 100).padStart(2, "0")}`;
};

/** `2025-10-01 – 2025-10-31`. */
export const periodText = (period: { from: string; to: string }): string => `${period.from} – ${period.to}`;
