//! 地域: the areas and 振興局, chosen on tiles, seen on a map, listed in tables; and しくみ, the policy
//! itself.

mod areas;
mod map;
mod panel;
mod policy;
mod tables;
mod tiles;

pub use areas::Areas;
pub use policy::Policy;
