//! Where a park's energy comes from and where it goes, as flows between the accounts' own figures.

use crate::account::{Accounts, Contribution, Part};
use crate::quantity::TonnesCoalEquivalent;

/// What carries energy within a park.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carrier {
    /// Electric power.
    Power,
    /// Heat.
    Heat,
    /// Fuels, burnt or not.
    Fuel,
}

impl Carrier {
    /// All of them, in the order of drawings and tables.
    pub const ALL: [Carrier; 3] = [Carrier::Power, Carrier::Heat, Carrier::Fuel];

    /// The carrier of a sum; `None` for processes, which carry no energy.
    pub fn of(part: Part) -> Option<Carrier> {
        match part {
            Part::PowerReceived | Part::PowerSent | Part::PowerOwn => Some(Carrier::Power),
            Part::HeatReceived | Part::HeatSent => Some(Carrier::Heat),
            Part::Combustion | Part::Feedstock | Part::ConversionInput | Part::ConversionOutput => {
                Some(Carrier::Fuel)
            }
            Part::Process => None,
        }
    }
}

/// Where energy ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// Power used in the park.
    Power,
    /// Heat used in the park.
    Heat,
    /// Fuel burnt.
    Combustion,
    /// Fuel used as feedstock.
    Feedstock,
    /// Fuel put into a conversion.
    Conversion,
    /// Power or heat sent out of the park.
    SentOut(Carrier),
    /// What a conversion gave.
    Converted,
}

/// An end of a flow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// A source, by its carrier and the id of the source or fuel.
    Source(Carrier, String),
    /// A carrier within the park.
    Carrier(Carrier),
    /// A use, or a way out.
    Use(Use),
}

/// Energy that goes from one end to another; always above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Where it comes from.
    pub from: End,
    /// Where it goes.
    pub to: End,
    /// How much, tce.
    pub energy: TonnesCoalEquivalent,
    /// Whether the method counts it as non-fossil.
    pub non_fossil: bool,
}

/// The flows of a park's year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flows {
    /// From sources to carriers, from carriers to uses, from conversions to what they gave.
    pub flows: Vec<Flow>,
    /// Sent out beyond what came in of the same kind, tce, by carrier and whether it is non-fossil. A
    /// drawing has no room for it, and the accounts subtract it all the same.
    pub beyond: Vec<(Carrier, bool, TonnesCoalEquivalent)>,
}

impl Accounts {
    /// The energy balance as flows, tce.
    ///
    /// What the uses take, less what conversions gave and what was sent out beyond what came in, is
    /// [`Accounts::energy`].
    pub fn flows(&self) -> Flows {
        let mut flows = Flows::default();
        for carrier in [Carrier::Power, Carrier::Heat] {
            for non_fossil in [true, false] {
                flows.carried(self, carrier, non_fossil);
            }
        }
        flows.fuels(self);
        flows
    }
}

impl Flows {
    /// Power or heat of one kind: what came in, what of it was sent out, and the rest, which was used.
    fn carried(&mut self, accounts: &Accounts, carrier: Carrier, non_fossil: bool) {
        let (received, sent, used) = match carrier {
            Carrier::Power => (&[Part::PowerReceived, Part::PowerOwn][..], Part::PowerSent, Use::Power),
            Carrier::Heat | Carrier::Fuel => (&[Part::HeatReceived][..], Part::HeatSent, Use::Heat),
        };
        let kind = |c: &&Contribution| c.non_fossil == non_fossil;
        let mut total = TonnesCoalEquivalent::ZERO;
        for contribution in accounts.parts(received).filter(kind) {
            total += contribution.energy();
            let from = End::Source(carrier, contribution.subject.to_string());
            self.add(from, End::Carrier(carrier), contribution.energy(), non_fossil);
        }
        // A sum that is subtracted comes with its sign.
        let sent: TonnesCoalEquivalent =
            accounts.parts(&[sent]).filter(kind).map(|contribution| -contribution.energy()).sum();
        let drawn = sent.min(total);
        self.add(End::Carrier(carrier), End::Use(used), total - drawn, non_fossil);
        self.add(End::Carrier(carrier), End::Use(Use::SentOut(carrier)), drawn, non_fossil);
        if sent > drawn {
            self.beyond.push((carrier, non_fossil, sent - drawn));
        }
    }

    /// Fuels, and what conversions gave of those that were put in.
    fn fuels(&mut self, accounts: &Accounts) {
        let carrier = End::Carrier(Carrier::Fuel);
        let uses = [
            (Part::Combustion, Use::Combustion),
            (Part::Feedstock, Use::Feedstock),
            (Part::ConversionInput, Use::Conversion),
        ];
        let mut put_in = TonnesCoalEquivalent::ZERO;
        for (part, to) in uses {
            for contribution in accounts.parts(&[part]) {
                let from = End::Source(Carrier::Fuel, contribution.subject.to_string());
                self.add(from, carrier.clone(), contribution.energy(), false);
                self.add(carrier.clone(), End::Use(to), contribution.energy(), false);
                if to == Use::Conversion {
                    put_in += contribution.energy();
                }
            }
        }
        let given: TonnesCoalEquivalent =
            accounts.parts(&[Part::ConversionOutput]).map(|contribution| -contribution.energy()).sum();
        let drawn = given.min(put_in);
        self.add(End::Use(Use::Conversion), End::Use(Use::Converted), drawn, false);
        if given > drawn {
            self.beyond.push((Carrier::Fuel, false, given - drawn));
        }
    }

    /// Adds energy to a flow; none at all is no flow.
    fn add(&mut self, from: End, to: End, energy: TonnesCoalEquivalent, non_fossil: bool) {
        if energy <= TonnesCoalEquivalent::ZERO {
            return;
        }
        let same = |flow: &&mut Flow| flow.from == from && flow.to == to && flow.non_fossil == non_fossil;
        match self.flows.iter_mut().find(same) {
            Some(flow) => flow.energy += energy,
            None => self.flows.push(Flow { from, to, energy, non_fossil }),
        }
    }
}
