/// The words of which names are made. Invented people and firms; telephone numbers are those reserved for
/// fiction.
enum Words {
    static let firstNames = [
        "Abigail", "Adam", "Aisha", "Alan", "Alejandra", "Amir", "Andrea", "Anne", "Arthur", "Beatriz", "Ben",
        "Carla", "Carlos", "Celeste", "Chen", "Claire", "Dana", "David", "Deepa", "Diego", "Elena", "Eric",
        "Esther", "Fatima", "Frank", "Gloria", "Grace", "Hank", "Helen", "Hiro", "Ian", "Ines", "Isaac",
        "Jack",
        "Jada", "James", "Jean-Sébastien", "José", "Joy", "Karen", "Keith", "Kwame", "Laura", "Leo", "Linda",
        "Lucía", "Luke", "Maria", "Mark", "Maya", "Miguel", "Nadia", "Nina", "Noah", "Olga", "Omar", "Pablo",
        "Paul", "Priya", "Rachel", "Ravi", "Renée", "Rosa", "Ruth", "Sam", "Sara", "Scott", "Sofia", "Thomas",
        "Tina", "Victor", "Wendy", "Yusuf", "Zoë",
    ]
    static let lastNames = [
        "Abbott", "Acosta", "Adams", "Ahmed", "Anderson", "Baker", "Barnes", "Bauer", "Bell", "Bennett",
        "Boyd", "Brooks", "Burke", "Campbell", "Carter", "Castillo", "Chen", "Clark", "Cohen", "Cole", "Cruz",
        "Davis", "Delgado", "Diaz", "Dixon", "Edwards", "Ellis", "Evans", "Fischer", "Foster", "Garcia",
        "Gibson", "Grant", "Gupta", "Hansen", "Harper", "Hayes", "Hughes", "Ibrahim", "Jenkins", "Johnson",
        "Kelly", "Kim", "Klein", "Larsen", "Lee", "Lopez", "Marsh", "Martin", "Mendoza", "Meyer", "Miller",
        "Moore", "Morgan", "Müller", "Murphy", "Nguyen", "Nuñez", "O'Brien", "Olsen", "Ortiz", "Owens",
        "Palmer", "Patel", "Perez", "Pham", "Quinn", "Ramos", "Reed", "Reyes", "Rossi", "Ryan", "Sanders",
        "Schmidt", "Shaw", "Silva", "Singh", "Stone", "Sullivan", "Tanaka", "Torres", "Turner", "Vargas",
        "Wagner", "Walsh", "Ward", "Weber", "Wong", "Young", "Ziegler",
    ]
    static let businessNames = [
        "Acorn", "Anchor", "Apex", "Bayside", "Beacon", "Birchwood", "Blue Heron", "Bluestone", "Bright Path",
        "Cedar Hill", "Clearwater", "Copper Kettle", "Cornerstone", "Crescent", "Eastgate", "Elm Street",
        "Evergreen", "Fairview", "Falcon", "Fox Hollow", "Garnet", "Golden Oak", "Granite", "Green Valley",
        "Harbor Light", "Hawthorn", "Highland", "Hilltop", "Ironwood", "Juniper", "Kestrel", "Keystone",
        "Lakeside", "Lantern", "Lighthouse", "Maple Leaf", "Meadowbrook", "Mill Creek", "Northwind",
        "Oak & Iron", "Old Town", "Orchard", "Pebble Beach", "Pine Ridge", "Pioneer", "Prairie", "Red Barn",
        "Redwood", "Ridgeline", "River Bend", "Rosewood", "Sandpiper", "Seaside", "Silver Birch", "Skyline",
        "Stonebridge", "Summit", "Sunrise", "Swift Creek", "Three Rivers", "Timberline", "Valley View",
        "Westfield", "White Pine", "Willow", "Windmill", "Yellowstone",
    ]
    static let businessKinds = [
        "Accounting", "Animal Clinic", "Apartments", "Auto Body", "Bakery", "Bookshop", "Brewing Co.",
        "Cabinets", "Café", "Catering", "Cleaners", "Construction", "Consulting", "Dental Group", "Design",
        "Electric", "Engineering", "Farms", "Fitness", "Florist", "Foods", "Furniture", "Galleries", "Grill",
        "Hardware", "Holdings LLC", "Homes", "Hotel", "Interiors", "Labs", "Landscaping", "Law Offices",
        "Logistics", "Machine & Tool", "Medical", "Montessori School", "Motors", "Museum", "Optical",
        "Outfitters",
        "Packaging", "Partners", "Pharmacy", "Photography", "Plumbing", "Printing", "Properties", "Realty",
        "Restaurant", "Roofing", "Salon", "Security", "Software", "Storage", "Studios", "Supply", "Systems",
        "Theatre", "Travel", "Trucking", "Veterinary", "Vineyards", "Water District", "Woodworks",
    ]
    static let streets = [
        "Ash Lane", "Birch Street", "Cedar Avenue", "Chestnut Street", "Church Street", "College Road",
        "Depot Street", "Elm Street", "Franklin Avenue", "Harbor Drive", "High Street", "Highland Avenue",
        "Jefferson Street", "Lake Road", "Lincoln Avenue", "Main Street", "Maple Drive", "Market Street",
        "Mill Road", "Oak Street", "Orchard Way", "Park Avenue", "Pine Street", "River Road", "School Street",
        "Spring Street", "State Street", "Sunset Boulevard", "Union Street", "Walnut Street",
    ]
    /// City, state and the first three digits of the postal code.
    static let cities = [
        ("Albany", "NY", "122"), ("Amherst", "MA", "010"), ("Bangor", "ME", "044"), ("Bristol", "CT", "060"),
        ("Burlington", "VT", "054"), ("Concord", "NH", "033"), ("Danbury", "CT", "068"),
        ("Dover", "NH", "038"),
        ("Hartford", "CT", "061"), ("Ithaca", "NY", "148"), ("Keene", "NH", "034"), ("Lowell", "MA", "018"),
        ("Manchester", "NH", "031"), ("Middletown", "CT", "064"), ("Newport", "RI", "028"),
        ("Northampton", "MA", "010"), ("Portland", "ME", "041"), ("Providence", "RI", "029"),
        ("Salem", "MA", "019"), ("Saratoga Springs", "NY", "128"), ("Springfield", "MA", "011"),
        ("Syracuse", "NY", "132"), ("Troy", "NY", "121"), ("Utica", "NY", "135"), ("Worcester", "MA", "016"),
    ]
    static let jobs = [
        "Annual service", "Basement", "Bathroom remodel", "Deck", "Emergency repair", "Garage",
        "Kitchen remodel",
        "Main office", "New wing", "Phase 1", "Phase 2", "Roof repair", "Second location", "Warehouse",
        "Windows",
    ]
    static let memos = [
        "Thank you for your business.", "As agreed by phone.", "Second delivery follows.",
        "Please note our new address.", "Work done outside office hours.", "Per estimate, 10% retained",
    ]

    static func business(_ seed: inout Seed) -> String {
        "\(seed.pick(businessNames)) \(seed.pick(businessKinds))"
    }

    /// A number of the range that is kept for fiction.
    static func phone(_ seed: inout Seed) -> String {
        "(555) 555-01\(twoDigits(seed.number(in: 0...99)))"
    }

    /// Letters and digits only, of a domain that nobody can have.
    static func email(_ name: String, _ domain: String) -> String {
        func plain(_ text: String) -> String {
            String(text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        }
        return "\(plain(name))@\(plain(domain)).example"
    }
}
