/**
 * A duration in Swedish: "0,4 s", "12 s", "2 min 10 s".
 * @param {number} milliseconds
 */
export const duration = (milliseconds) => {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1).replace(".", ",")} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};

/**
 * One line for each part when it is ready. On a terminal the parts under way are shown as well.
 * @param {NodeJS.WriteStream} stream
 */
export const createProgress = (stream) => {
  /** @type {Map<string, number>} */
  const underWay = new Map();
  const live = stream.isTTY === true;
  const clear = () => live && stream.write("\r\u001b[K");
  const draw = () => {
    if (!live || underWay.size === 0) return;
    const parts = [...underWay].map(([part, since]) => `${part} (${duration(Date.now() - since)})`);
    stream.write(`\r\u001b[K… ${parts.join(", ")}`);
  };
  const ticker = live ? setInterval(draw, 1000).unref() : undefined;
  const line = (/** @type {string} */ text) => {
    clear();
    stream.write(`${text}\n`);
    draw();
  };
  return {
    /** Says something before a part that takes minutes. @param {string} part @param {string} text */
    note: (part, text) => line(`… ${part}: ${text}`),
    /**
     * Runs a part and prints its line.
     * @template {{ detail?: string }} T
     * @param {string} part
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    part: async (part, work) => {
      const since = Date.now();
      underWay.set(part, since);
      draw();
      try {
        const result = await work();
        underWay.delete(part);
        const took = Date.now() - since;
        const detail = result.detail === undefined ? "" : `: ${result.detail}`;
        line(`✓ ${part}${detail}${took < 1000 ? "" : ` (${duration(took)})`}`);
        return result;
      } catch (error) {
        underWay.delete(part);
        throw error;
      }
    },
    stop: () => {
      clearInterval(ticker);
      clear();
    },
  };
};

/** @typedef {ReturnType<typeof createProgress>} Progress */
