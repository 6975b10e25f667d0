import { readdirSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDatabase } from "./database.js";
import { migrate } from "./migrations.js";
import { databaseKinds } from "./test-support/databases.js";

describe.each(databaseKinds)("the migrations, on $name", ({ start }) => {
  it("run once, do nothing the second time, and stop the start where a run one was edited or is missing", async () => {
    const { location, stop } = await start();
    const { db, close } = await openDatabase(location);
    try {
      await migrate(db);
      await migrate(db);
      const { rows } = await sql<{ name: string }>`SELECT name FROM migration_checksum ORDER BY name`.execute(db);
      const files = readdirSync(new URL("./migrations/", import.meta.url)).map((file) => file.replace(/\.sql$/, ""));
      expect(rows.map(({ name }) => name)).toEqual(files.sort());
      await sql`INSERT INTO migration_checksum (name, checksum) VALUES ('9999-gone', 'x')`.execute(db);
      await expect(migrate(db)).rejects.toThrow("edited or is missing");
      await sql`DELETE FROM migration_checksum WHERE name = '9999-gone'`.execute(db);
      await sql`UPDATE migration_checksum SET checksum = 'x' WHERE name = '0001-log'`.execute(db);
      await expect(migrate(db)).rejects.toThrow("edited or is missing");
    } finally {
      await close();
      await stop();
    }
  });
});
