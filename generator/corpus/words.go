package corpus

// prime is the length of every list of words; see choice.
const prime = 61

// Words of the prose, by what they can stand for in a sentence. None is a
// number, a time, a name or a verb of saying, which the sentences have at
// known places.
var words = map[string][prime]string{
	// people, the plurals that a text counts
	"people": {
		"residents", "passengers", "dockers", "pupils", "pensioners", "fishers", "shopkeepers", "tenants", "campers", "patients", "drivers", "cyclists", "farmers",
		"growers", "cooks", "clerks", "musicians", "students", "teachers", "nurses", "carpenters", "plumbers", "painters", "bakers", "butchers", "weavers", "tourists",
		"guests", "lodgers", "sailors", "rowers", "swimmers", "anglers", "divers", "pilots", "porters", "cleaners", "gardeners", "foresters", "millers", "potters",
		"tailors", "joiners", "masons", "welders", "riggers", "stewards", "waiters", "librarians", "singers", "actors", "dancers", "runners", "walkers", "climbers",
		"skaters", "commuters", "volunteers", "apprentices", "trainees", "stallholders",
	},
	// goods, the plurals of what is damaged, moved or mended
	"goods": {
		"windows", "roofs", "sheds", "boats", "barges", "pumps", "engines", "cables", "lanterns", "ladders", "fences", "benches", "tanks", "crates", "nets", "sails", "ropes",
		"anchors", "buoys", "trailers", "wagons", "tractors", "bicycles", "stoves", "freezers", "ovens", "looms", "boilers", "generators", "transformers", "radios",
		"mirrors", "carpets", "pianos", "statues", "paintings", "archives", "cupboards", "desks", "chairs", "tables", "beds", "mattresses", "blankets", "tents", "huts",
		"kiosks", "stalls", "counters", "shelves", "cellars", "garages", "barns", "greenhouses", "hives", "orchards", "hedges", "drains", "culverts", "hydrants", "railings",
	},
	// devices
	"device": {
		"crane", "boiler", "turbine", "winch", "sluice", "siren", "beacon", "pump", "compressor", "transformer", "generator", "furnace", "conveyor", "elevator", "dynamo",
		"capstan", "windlass", "rudder", "propeller", "gearbox", "throttle", "valve", "piston", "gauge", "sensor", "antenna", "receiver", "projector", "loudspeaker",
		"thermostat", "radiator", "ventilator", "chimney", "funnel", "hoist", "pulley", "derrick", "excavator", "dredger", "bulldozer", "tractor", "trailer",
		"locomotive", "carriage", "signal", "switchboard", "fuse", "cable", "pipeline", "hydrant", "sprinkler", "culvert", "weir", "aqueduct", "cistern", "reservoir",
		"condenser", "filter", "separator", "centrifuge", "carillon",
	},
	// sites in a town
	"site": {
		"quay", "cannery", "market", "library", "museum", "theatre", "brewery", "bakery", "foundry", "sawmill", "tannery", "ropewalk", "boatyard", "slipway", "lighthouse",
		"causeway", "promenade", "esplanade", "aquarium", "observatory", "hospital", "schoolhouse", "chapel", "almshouse", "orphanage", "courthouse", "armoury",
		"barracks", "stadium", "gymnasium", "bathhouse", "laundry", "dairy", "creamery", "granary", "warehouse", "depot", "garage", "station", "tramway", "viaduct",
		"footbridge", "underpass", "subway", "cemetery", "arboretum", "allotment", "orchard", "vineyard", "meadow", "paddock", "racecourse", "fairground", "bandstand",
		"campsite", "hostel", "tavern", "arcade", "bazaar", "colonnade", "cloister",
	},
	// what things are like
	"quality": {
		"narrow", "painted", "timber", "granite", "marble", "copper", "tiled", "thatched", "vaulted", "sunken", "raised", "sheltered", "exposed", "crooked", "slender",
		"massive", "modest", "ornate", "shabby", "tidy", "dusty", "damp", "mouldy", "rusty", "polished", "gilded", "carved", "wooden", "concrete", "brick", "limestone", "slate",
		"glazed", "panelled", "terraced", "walled", "fenced", "gated", "cobbled", "paved", "gravelled", "wooded", "grassy", "mossy", "windswept", "sunlit", "shaded", "crowded",
		"deserted", "busy", "sleepy", "bustling", "fragile", "sturdy", "ancient", "historic", "derelict", "neglected", "restored", "modern", "temporary",
	},
	// what was done to something
	"worked": {
		"blocked", "flooded", "cracked", "inspected", "repaired", "repainted", "dismantled", "rebuilt", "reinforced", "cleared", "drained", "emptied", "sealed", "fenced",
		"patched", "welded", "bolted", "scraped", "scrubbed", "rinsed", "dredged", "surveyed", "measured", "mapped", "photographed", "catalogued", "labelled", "insured",
		"auctioned", "leased", "rented", "borrowed", "loaded", "unloaded", "towed", "hoisted", "lowered", "tilted", "twisted", "dented", "scratched", "scorched", "soaked",
		"splashed", "stained", "smeared", "bleached", "varnished", "plastered", "tiled", "carpeted", "furnished", "heated", "cooled", "ventilated", "illuminated",
		"wired", "connected", "disconnected", "calibrated", "oiled",
	},
	// what somebody is at
	"working": {
		"replacing", "dredging", "widening", "resurfacing", "repainting", "rewiring", "insulating", "draining", "flooding", "fencing", "lighting", "heating",
		"ventilating", "cleaning", "sweeping", "scrubbing", "polishing", "restoring", "rebuilding", "enlarging", "shortening", "raising", "lowering", "levelling",
		"deepening", "straightening", "strengthening", "reinforcing", "underpinning", "inspecting", "surveying", "mapping", "cataloguing", "valuing", "insuring",
		"auctioning", "leasing", "renting", "equipping", "furnishing", "decorating", "planting", "pruning", "mowing", "irrigating", "weeding", "harvesting",
		"stacking", "storing", "gluing", "sorting", "packing", "loading", "unloading", "shipping", "towing", "mooring", "hoisting", "welding", "riveting", "plastering",
	},
	// papers and arrangements
	"paper": {
		"timetable", "tender", "permit", "budget", "lease", "charter", "franchise", "concession", "mortgage", "subsidy", "grant", "tariff", "levy", "invoice", "ledger",
		"inventory", "catalogue", "register", "roster", "rota", "blueprint", "prospectus", "questionnaire", "petition", "manifesto", "memorandum", "affidavit",
		"syllabus", "curriculum", "itinerary", "brochure", "pamphlet", "bulletin", "gazetteer", "almanac", "atlas", "chart", "diagram", "drawing", "sketch", "model",
		"template", "voucher", "ticket", "licence", "patent", "trademark", "contract", "covenant", "bylaw", "statute", "ordinance", "guidebook", "guideline", "protocol",
		"handbook", "manual", "logbook", "dossier", "portfolio", "anthology",
	},
	// where things are; few words, so that some stand several times
	"near": {
		"behind", "around", "atop", "beside", "inside", "facing", "beneath", "outside", "touching", "below", "alongside", "bordering", "above", "along", "adjoining",
		"opposite", "across", "overlooking", "near", "amid", "behind", "around", "atop", "beside", "inside", "facing", "beneath", "outside", "touching", "below", "alongside",
		"bordering", "above", "along", "adjoining", "opposite", "across", "overlooking", "near", "amid", "behind", "around", "atop", "beside", "inside", "facing", "beneath",
		"outside", "touching", "below", "alongside", "bordering", "above", "along", "adjoining", "opposite", "across", "overlooking", "near", "amid", "behind",
	},
	// how something is done
	"manner": {
		"quietly", "hastily", "carefully", "clumsily", "openly", "secretly", "cheaply", "lavishly", "smoothly", "roughly", "evenly", "neatly", "thoroughly", "patiently",
		"stubbornly", "cheerfully", "gloomily", "politely", "rudely", "gently", "firmly", "loosely", "tightly", "loudly", "silently", "visibly", "partially", "wholly",
		"entirely", "gradually", "suddenly", "abruptly", "steadily", "unevenly", "jointly", "separately", "locally", "remotely", "manually", "mechanically",
		"electrically", "chemically", "legally", "formally", "informally", "officially", "privately", "publicly", "reluctantly", "eagerly", "gladly", "grudgingly",
		"methodically", "tirelessly", "diligently", "tactfully", "bravely", "calmly", "coolly", "warmly", "promptly",
	},
}
