/** What the market asks of a skill. */
export interface Market {
  /** Work sold, of the hours that people with this main skill have after leave and holidays. */
  readonly load: number;
  /** The certificate that some clients ask for. */
  readonly certificate?: string;
  readonly role: string;
}

/** Kubernetes, Security, Snowflake and SAP Basis are oversold; Windows, ServiceNow and React have time to spare. */
export const MARKET: ReadonlyMap<string, Market> = new Map<string, Market>([
  ["AWS", { load: 0.97, certificate: "AWS Solutions Architect", role: "cloud engineer" }],
  ["Azure", { load: 0.95, certificate: "Azure Administrator", role: "cloud engineer" }],
  ["GCP", { load: 0.9, certificate: "GCP Architect", role: "cloud engineer" }],
  ["Terraform", { load: 0.95, certificate: "Terraform Associate", role: "cloud engineer" }],
  ["Kubernetes", { load: 1.2, certificate: "CKA", role: "platform engineer" }],
  ["SRE", { load: 0.9, role: "reliability engineer" }],
  ["Go", { load: 0.9, role: "developer" }],
  ["Linux", { load: 0.88, role: "systems engineer" }],
  ["Windows", { load: 0.76, role: "systems engineer" }],
  ["Networking", { load: 0.88, certificate: "CCNP", role: "network engineer" }],
  ["Security", { load: 1.15, certificate: "CISSP", role: "security engineer" }],
  ["IAM", { load: 0.95, role: "identity engineer" }],
  ["Snowflake", { load: 1.15, certificate: "SnowPro Core", role: "data engineer" }],
  ["SQL", { load: 0.92, role: "data engineer" }],
  ["Python", { load: 0.92, role: "data engineer" }],
  ["Kafka", { load: 0.93, role: "data engineer" }],
  ["Java", { load: 0.97, role: "developer" }],
  [".NET", { load: 0.95, role: "developer" }],
  ["React", { load: 0.82, role: "developer" }],
  ["ServiceNow", { load: 0.78, certificate: "ServiceNow Administrator", role: "consultant" }],
  ["SAP Basis", { load: 1.08, certificate: "SAP Basis Associate", role: "consultant" }],
  ["Salesforce", { load: 0.95, certificate: "Salesforce Administrator", role: "consultant" }],
  ["Project management", { load: 0.86, certificate: "PMP", role: "project manager" }],
  ["Architecture", { load: 0.95, role: "architect" }],
]);

/** What a project or a managed service is called and which skills it takes. */
export type Work = readonly [name: string, ...skills: string[]];

export const PROJECTS: readonly Work[] = [
  ["landing zone", "AWS", "Terraform", "Networking", "Security", "Project management"],
  ["Azure migration", "Azure", "Windows", "Networking", "IAM", "Project management"],
  ["container platform", "Kubernetes", "Terraform", "Go", "SRE", "Project management"],
  ["warehouse", "Snowflake", "SQL", "Python", "Architecture", "Project management"],
  ["claims portal", "Java", "React", "SQL", "Kafka", "Project management"],
  ["dealer portal", ".NET", "React", "SQL", "Azure", "Project management"],
  ["zero trust", "Security", "IAM", "Networking", "Azure", "Project management"],
  ["SAP move", "SAP Basis", "AWS", "Linux", "SQL", "Project management"],
  ["sales cloud", "Salesforce", "Java", "SQL", "Project management"],
  ["ServiceNow rollout", "ServiceNow", "IAM", "Java", "Project management"],
  ["event streaming", "Kafka", "Java", "Kubernetes", "SRE", "Architecture"],
  ["data lake", "GCP", "Python", "SQL", "Kafka", "Project management"],
  ["network refresh", "Networking", "Security", "Linux", "Project management"],
  ["payments API", "Java", "Go", "Kubernetes", "Security", "Architecture"],
  ["AWS migration", "AWS", "Terraform", "Linux", "Python", "Project management"],
  ["forecasting", "Snowflake", "Python", "GCP", "SQL", "Project management"],
  ["web shop", "React", ".NET", "Azure", "Python", "Project management"],
];

export const MANAGED: readonly Work[] = [
  ["managed cloud", "AWS", "Linux", "SRE", "Terraform"],
  ["managed Azure", "Azure", "Windows", "IAM"],
  ["service desk", "Windows", "Linux", "ServiceNow"],
  ["managed Kubernetes", "Kubernetes", "SRE", "Linux"],
  ["managed network", "Networking", "Security", "Linux"],
  ["SAP care", "SAP Basis", "Linux", "SQL"],
  ["data care", "Snowflake", "SQL", "Python"],
  ["application care", "Java", ".NET", "SQL"],
  ["Salesforce care", "Salesforce", "ServiceNow"],
];
