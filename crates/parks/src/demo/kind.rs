//! What the invented parks make, and what energy that takes.

use super::text::Words;

/// What a park makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Advanced materials.
    Materials,
    /// Green-hydrogen chemicals.
    Chemicals,
    /// Data centres.
    Computing,
    /// Magnetic materials.
    Magnets,
    /// Low-carbon metallurgy.
    Metallurgy,
    /// Photovoltaics.
    Photovoltaics,
    /// Biopharmaceuticals.
    Biopharma,
    /// Storage batteries.
    Storage,
    /// Food from farms and herds.
    AgriFood,
    /// Modern coal chemistry.
    CoalChemistry,
    /// Building materials.
    BuildingMaterials,
    /// Aluminium processing.
    Aluminium,
    /// Equipment.
    Equipment,
    /// Crystalline silicon.
    Silicon,
    /// Logistics.
    Logistics,
}

/// How a kind's emissions and energy are made up, in thousandths.
#[derive(Clone, Copy, Debug)]
pub struct Mix {
    /// Of the emissions: burnt natural gas.
    pub gas: i64,
    /// Of the emissions: burnt coal.
    pub coal: i64,
    /// Which coal.
    pub coal_id: &'static str,
    /// Of the emissions: burnt diesel.
    pub diesel: i64,
    /// Of the emissions: fossil heat received.
    pub heat: i64,
    /// Of the emissions: industrial processes.
    pub process: i64,
    /// Product of the process and its factor in thousandths of t CO₂ per t, where there is a process.
    pub product: Option<(&'static str, i64)>,
    /// Of the energy: natural gas used as feedstock.
    pub feedstock: i64,
    /// Of the energy: non-fossil heat received.
    pub clean_heat: i64,
    /// Of the non-fossil power: generated and used within the park.
    pub own: i64,
}

const PLAIN: Mix = Mix {
    gas: 250,
    coal: 0,
    coal_id: "bituminous_coal",
    diesel: 30,
    heat: 150,
    process: 0,
    product: None,
    feedstock: 0,
    clean_heat: 10,
    own: 80,
};

impl Kind {
    /// What the park is called.
    pub fn name(self) -> Words {
        match self {
            Kind::Materials => ("新材料", "Advanced Materials"),
            Kind::Chemicals => ("绿氢化工", "Green-Hydrogen Chemicals"),
            Kind::Computing => ("数据算力", "Data and Computing"),
            Kind::Magnets => ("磁性材料", "Magnetic Materials"),
            Kind::Metallurgy => ("低碳冶炼", "Low-Carbon Metallurgy"),
            Kind::Photovoltaics => ("光伏装备", "Photovoltaic Equipment"),
            Kind::Biopharma => ("生物医药", "Biopharmaceuticals"),
            Kind::Storage => ("储能电池", "Storage Batteries"),
            Kind::AgriFood => ("农畜产品", "Farm and Herd Products"),
            Kind::CoalChemistry => ("现代煤化工", "Modern Coal Chemistry"),
            Kind::BuildingMaterials => ("绿色建材", "Green Building Materials"),
            Kind::Aluminium => ("铝精深加工", "Aluminium Processing"),
            Kind::Equipment => ("风电装备", "Wind-Power Equipment"),
            Kind::Silicon => ("晶硅材料", "Crystalline Silicon"),
            Kind::Logistics => ("绿色物流", "Green Logistics"),
        }
    }

    /// Ids of its industries, the leading one first.
    pub fn industries(self) -> &'static [&'static str] {
        match self {
            Kind::Materials => &["advanced_materials", "storage_batteries"],
            Kind::Chemicals => &["green_hydrogen_chemicals", "wind_power_equipment"],
            Kind::Computing => &["computing", "data_centre"],
            Kind::Magnets => &["magnetic_materials", "advanced_materials"],
            Kind::Metallurgy => &["low_carbon_metallurgy"],
            Kind::Photovoltaics => &["photovoltaic_equipment", "crystalline_silicon"],
            Kind::Biopharma => &["biopharmaceuticals"],
            Kind::Storage => &["storage_batteries"],
            Kind::AgriFood => &["farm_products", "biopharmaceuticals"],
            Kind::CoalChemistry => &["coal_chemistry", "green_hydrogen_chemicals"],
            Kind::BuildingMaterials => &["building_materials"],
            Kind::Aluminium => &["aluminium_processing", "aluminium_smelting"],
            Kind::Equipment => &["wind_power_equipment", "storage_batteries"],
            Kind::Silicon => &["crystalline_silicon", "polysilicon"],
            Kind::Logistics => &["green_logistics"],
        }
    }

    /// How its emissions and energy are made up.
    pub fn mix(self) -> Mix {
        match self {
            Kind::Chemicals => Mix { gas: 160, heat: 120, feedstock: 60, own: 150, ..PLAIN },
            Kind::Computing => Mix { gas: 20, diesel: 10, heat: 60, clean_heat: 0, own: 40, ..PLAIN },
            Kind::Metallurgy => {
                let product = Some(("ferrosilicon", 4000));
                Mix { gas: 120, coal: 150, process: 200, product, ..PLAIN }
            }
            Kind::CoalChemistry => {
                let product = Some(("calcium_carbide", 1154));
                let (coal, coal_id) = (220, "lignite");
                Mix { gas: 60, coal, coal_id, heat: 120, process: 180, product, feedstock: 90, ..PLAIN }
            }
            Kind::BuildingMaterials => {
                Mix { gas: 120, coal: 200, heat: 40, process: 280, product: Some(("lime", 683)), ..PLAIN }
            }
            Kind::Aluminium => {
                Mix { gas: 200, heat: 60, process: 100, product: Some(("primary_aluminium", 1600)), ..PLAIN }
            }
            Kind::Silicon => Mix { gas: 60, heat: 80, own: 120, ..PLAIN },
            Kind::Photovoltaics => Mix { gas: 180, heat: 100, own: 180, ..PLAIN },
            Kind::AgriFood => Mix { gas: 200, coal: 120, heat: 200, clean_heat: 40, ..PLAIN },
            Kind::Biopharma => Mix { gas: 240, heat: 260, clean_heat: 30, ..PLAIN },
            Kind::Logistics => Mix { gas: 120, diesel: 260, heat: 160, own: 200, ..PLAIN },
            Kind::Materials | Kind::Magnets | Kind::Storage | Kind::Equipment => PLAIN,
        }
    }

    /// Why a national or regional indicator cannot apply to such a park.
    pub fn not_applicable(self, indicator: &str) -> Option<Words> {
        match (self, indicator) {
            (Kind::Computing | Kind::Logistics, "solid_waste_utilisation") => {
                Some(("园区没有工业生产，不产生工业固体废弃物", "no industry, so no industrial solid waste"))
            }
            (Kind::Logistics, "industrial_water_reuse") => {
                Some(("园区没有工业用水", "no industrial water is used"))
            }
            (Kind::Logistics, "waste_heat_utilisation") => {
                Some(("园区没有可利用的余热、余冷、余压", "no waste heat, cold or pressure to use"))
            }
            (_, "carbon_capture") if self.mix().process == 0 => {
                Some(("园区没有工业生产过程排放，不具备捕集条件", "no process emissions to capture"))
            }
            _ => None,
        }
    }
}
