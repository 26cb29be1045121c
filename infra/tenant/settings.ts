import { z } from 'zod';
import type { GroupKey } from './school/people.ts';

/** What a tenant must be told. The defaults of a local run are in `infra/local.env`. */
export type TenantSettings = {
  /** 0 takes any free port. */
  readonly port: number;
  /** `:memory:`, or a file that outlives the process. */
  readonly database: string;
  /** The product's server, without a path: its bot answers at `/api/messages`, its tab at `/tab/`. */
  readonly serverUrl: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly appSecret: string;
  /** The app an administrator provisions with. */
  readonly adminAppId: string;
  readonly adminAppSecret: string;
  /** `host,site collection id,site id`, as Graph names a site. */
  readonly siteId: string;
  readonly groups: Readonly<Record<GroupKey, string>>;
  readonly schoolName: string;
};

const Environment = z.object({
  TENANT_PORT: z.coerce.number().int().min(0).max(65_535).default(3980),
  TENANT_DATABASE: z.string().min(1).default('.chaperone/tenant.sqlite'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  SERVER_URL: z.url().optional(),
  TENANT_ID: z.guid(),
  APP_ID: z.guid(),
  APP_SECRET: z.string().min(1),
  ADMIN_APP_ID: z.guid(),
  ADMIN_APP_SECRET: z.string().min(1),
  SITE_ID: z.string().regex(/^[^,]+,[^,]+,[^,]+$/),
  SCHOOL_NAME: z.string().min(1),
  GROUP_STAFF: z.guid(),
  GROUP_HEAD: z.guid(),
  GROUP_SLT: z.guid(),
  GROUP_DSL: z.guid(),
  GROUP_DPO: z.guid(),
  GROUP_ICT: z.guid(),
  GROUP_PUPIL: z.guid(),
});

/**
 * @param environment names and texts, as the process has them
 * @returns the tenant's settings
 * @throws Error naming every setting that is missing or wrong
 */
export function readSettings(environment: Record<string, string | undefined>): TenantSettings {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new Error(`These settings are missing or wrong:\n${z.prettifyError(read.error)}`);
  const its = read.data;
  return {
    port: its.TENANT_PORT,
    database: its.TENANT_DATABASE,
    serverUrl: its.SERVER_URL ?? `http://127.0.0.1:${its.PORT}`,
    tenantId: its.TENANT_ID,
    appId: its.APP_ID,
    appSecret: its.APP_SECRET,
    adminAppId: its.ADMIN_APP_ID,
    adminAppSecret: its.ADMIN_APP_SECRET,
    siteId: its.SITE_ID,
    groups: {
      staff: its.GROUP_STAFF,
      head: its.GROUP_HEAD,
      slt: its.GROUP_SLT,
      dsl: its.GROUP_DSL,
      dpo: its.GROUP_DPO,
      ict: its.GROUP_ICT,
      pupil: its.GROUP_PUPIL,
    },
    schoolName: its.SCHOOL_NAME,
  };
}
