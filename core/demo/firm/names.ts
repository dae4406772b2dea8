import type { Draw } from "../random.ts";

const words = (text: string): readonly string[] => text.split(" ");

const USA = {
  first: words(
    "Aaron Abigail Adrian Alicia Amber Andre Brianna Caleb Camila Carlos Chloe Claudia Connor Daniela Darius Denise " +
      "Dominic Elena Ethan Felicia Gabriel Gina Hannah Isaac Jamal Janelle Jasmine Joel Jordan Julian Kayla Kevin " +
      "Lauren Leah Lucas Marcus Megan Miguel Molly Natalie Nolan Olivia Omar Paige Rachel Ricardo Sabrina Seth " +
      "Sophia Tanya Theo Tyler Vanessa Victor Wesley Ximena",
  ),
  last: words(
    "Abbott Alvarez Baldwin Barrera Beck Bishop Brennan Calloway Castillo Chambers Coleman Cordero Dalton Delgado " +
      "Dempsey Donovan Ellis Esparza Farrell Fields Fuentes Garner Gibbs Graham Hanley Harmon Hayes Hendricks " +
      "Ibarra Jennings Keller Kowalski Lambert Lozano Lyons Maldonado McBride Mercer Montoya Nichols Novak Osborne " +
      "Pruitt Quinn Ramsey Rhodes Sandoval Schultz Sheridan Stokes Tran Underwood Vance Walsh Whitfield Zamora",
  ),
};
const INDIA = {
  first: words(
    "Aarav Aditi Ajay Akash Amit Ananya Anil Anjali Arjun Arvind Ashwini Bhavana Chaitra Deepak Deepika Divya " +
      "Ganesh Gauri Harish Isha Karthik Kavya Kiran Lakshmi Madhav Manasi Manoj Meghana Mohan Mrunal Nandini Neha " +
      "Nikhil Nisha Omkar Pallavi Pooja Pranav Prasad Priya Rahul Rajesh Ramya Ritu Rohit Sachin Sandeep Sanjana " +
      "Shreya Shruti Siddharth Sneha Suresh Swati Tanvi Tejas Uday Varun Vidya Vinay Vivek Yash",
  ),
  last: words(
    "Acharya Apte Bhat Bhosale Chavan Chitale Dalal Desai Deshpande Gaikwad Ghosh Gokhale Gowda Hegde Iyengar " +
      "Iyer Jadhav Jagtap Jain Joshi Kamath Kulkarni Kumar Mahajan Menon Mishra Murthy Naidu Naik Nair Pai " +
      "Pande Patel Patil Pawar Pillai Prabhu Rane Rangan Rao Reddy Sawant Shah Sharma Shenoy Shetty Shinde " +
      "Singh Subramanian Tambe Thakur Upadhye Varma Venkatesh Wagh Yadav",
  ),
};
const SINGAPORE = {
  first: words(
    "Adeline Aisyah Alvin Amirah Benjamin Chee-Keong Cheryl Daryl Desmond Eileen Farhan Fiona Gavin Hafiz Hui-Ling " +
      "Irfan Jia-Hao Jia-Yi Jolene Jun-Wei Kai-Xin Kelvin Li-Ting Marcus Mei-Fen Nadia Nurul Priscilla Raymond " +
      "Rizal Samantha Shermaine Sheng-Yi Siti Terence Vijay Wei-Jie Xin-Yi Yong-Sheng Zhi-Hao",
  ),
  last: words(
    "Ang Aziz Chan Chia Chong Chua Foo Goh Heng Ho Ibrahim Kang Koh Kwek Lam Lau Lee Leong Lim Loh Low Mohamed Nathan " +
      "Neo Ng Ong Osman Pang Poh Quek Rahim Seah Sim Soh Tan Tay Teo Toh Wee Wong Yeo",
  ),
};

/** Names that suit a place, each given once. */
export function namesFrom(draw: Draw, taken: Iterable<string>): (location: string) => string {
  const used = new Set(taken);
  return (location) => {
    const { first, last } = location === "Singapore" ? SINGAPORE : isIndia(location) ? INDIA : USA;
    let name = "";
    do name = `${draw.pick(first)} ${draw.pick(last)}`;
    while (used.has(name));
    used.add(name);
    return name;
  };
}

const isIndia = (location: string) => location === "Bengaluru" || location === "Pune";

/** Invented clients; none is a real firm. */
export const CLIENTS = (
  "Quillmark Bank|Veltrona Energy|Tamarlin Foods|Brindlecove Bank|Kestrelway Air|Solvanta Health|Merrowick Insurance|" +
  "Halvren Motors|Pinemarch Retail|Orrinvale Telecom|Cindermoor Mining|Navaquest Logistics|Thistlegate Media|" +
  "Alderwyn Pharma|Brackenholt Hotels|Corvanta Payments|Dunmarrow Water|Elmsgrove Schools|Farrowdale Farms|" +
  "Glenhythe Shipping|Hollowmere Rail|Ivorpeak Chemicals|Jessamy Fashion|Kirrabel Games|Larkhollow Clinics|" +
  "Mossbrae Power|Nethervale Ports|Oxbarrow Steel|Pellandra Travel|Ravensill Securities|Sablecrest Homes|" +
  "Tarnhollow Paper|Umberlea Coffee|Vexholm Robotics|Wrenfield Mutual|Yarrowby Council"
).split("|");
