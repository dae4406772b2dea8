/** A team: how many people, where they sit (a location named twice gets twice as many) and what they mainly do. */
export interface Team {
  readonly name: string;
  readonly locations: readonly string[];
  /** Main skills and how many people have each. */
  readonly main: readonly (readonly [skill: string, people: number])[];
  /** What some of them know besides. */
  readonly besides: readonly string[];
}

/** Twelve teams, 400 people. */
export const TEAMS: readonly Team[] = [
  {
    name: "Cloud Platform",
    locations: ["Bengaluru", "Bengaluru", "Pune", "Chicago", "Austin", "Singapore"],
    main: [
      ["AWS", 22],
      ["Terraform", 10],
      ["GCP", 8],
      ["Linux", 6],
    ],
    besides: ["AWS", "Terraform", "Linux", "Python", "Networking", "Kubernetes"],
  },
  {
    name: "Microsoft Cloud",
    locations: ["Pune", "Pune", "Austin", "Singapore"],
    main: [
      ["Azure", 22],
      ["Windows", 10],
      ["IAM", 6],
    ],
    besides: ["Azure", "Windows", "Terraform", "IAM", ".NET"],
  },
  {
    name: "Reliability",
    locations: ["Bengaluru", "Bengaluru", "Chicago", "Singapore"],
    main: [
      ["Kubernetes", 14],
      ["SRE", 12],
      ["Go", 4],
    ],
    besides: ["SRE", "Linux", "Go", "Python", "Terraform"],
  },
  {
    name: "Security and Identity",
    locations: ["Chicago", "Bengaluru", "Singapore"],
    main: [
      ["Security", 14],
      ["IAM", 12],
    ],
    besides: ["Networking", "Linux", "IAM", "Azure"],
  },
  {
    name: "Network",
    locations: ["Austin", "Pune", "Pune", "Singapore"],
    main: [
      ["Networking", 18],
      ["Linux", 6],
    ],
    besides: ["Networking", "Linux", "Security", "Windows"],
  },
  {
    name: "Data Engineering",
    locations: ["Bengaluru", "Bengaluru", "Pune", "Chicago"],
    main: [
      ["Snowflake", 12],
      ["SQL", 12],
      ["Python", 12],
      ["Kafka", 4],
    ],
    besides: ["SQL", "Python", "GCP", "Java"],
  },
  {
    name: "Java Applications",
    locations: ["Bengaluru", "Pune", "Pune", "Chicago"],
    main: [
      ["Java", 30],
      ["React", 6],
      ["Kafka", 4],
      ["SQL", 4],
    ],
    besides: ["Java", "SQL", "React", "Go"],
  },
  {
    name: "Web and .NET",
    locations: ["Pune", "Pune", "Austin", "Singapore"],
    main: [
      [".NET", 18],
      ["React", 16],
    ],
    besides: [".NET", "React", "SQL", "Azure"],
  },
  {
    name: "Service Desk",
    locations: ["Bengaluru", "Pune", "Singapore", "Austin"],
    main: [
      ["Windows", 20],
      ["Linux", 14],
      ["ServiceNow", 12],
    ],
    besides: ["Windows", "Linux", "ServiceNow", "Networking"],
  },
  {
    name: "ServiceNow Practice",
    locations: ["Pune", "Bengaluru", "Chicago"],
    main: [["ServiceNow", 20]],
    besides: ["SQL", "Java", "IAM"],
  },
  {
    name: "Business Applications",
    locations: ["Bengaluru", "Pune", "Chicago", "Singapore"],
    main: [
      ["SAP Basis", 10],
      ["Salesforce", 18],
    ],
    besides: ["SQL", "Linux", "Java"],
  },
  {
    name: "Delivery",
    locations: ["Chicago", "Austin", "Bengaluru", "Pune", "Singapore"],
    main: [
      ["Project management", 18],
      ["Architecture", 6],
    ],
    besides: ["Architecture", "Project management", "AWS", "Azure"],
  },
];
