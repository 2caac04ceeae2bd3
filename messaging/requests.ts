/** Checks of what arrives in messages; the background uses nothing that has not passed them. */
import { z } from 'zod';
import { idSchema } from '../model/company';

const ids = z.array(idSchema).max(5000);
const cards = z.object({ companies: ids, onPage: ids, incidents: z.int().min(0).max(500) });

/** Schemas of the requests of {@link import('./protocol').BackgroundProtocol}, by message. Parsing throws a `ZodError`. */
export const REQUESTS = {
  getCards: cards,
  drawCards: cards,
  readRuns: z.object({
    host: z.string().max(255),
    runs: z.array(z.object({ text: z.string().max(50_000), isLink: z.boolean() })).max(500),
  }),
  search: z.object({ query: z.string().max(200) }),
  setBadge: z.object({ companies: z.int().min(-1).max(5000) }),
  openLibrary: z.object({ company: idSchema.optional(), incident: idSchema.optional() }),
} as const;
