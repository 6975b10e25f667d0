import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocalDate } from "../../../contracts/dates.js";
import { sessionQuery } from "../../server/queries.js";

/** The municipality's date, which need not be the browser's. */
export const useToday = (): LocalDate => useSuspenseQuery(sessionQuery).data.today;
