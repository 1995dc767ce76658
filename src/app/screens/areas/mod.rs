//! 地域: the areas and 振興局, chosen on tiles, seen on a map, listed in tables; and しくみ, the policy
//! itself.

mod map;
mod page;
mod panel;
mod policy;
mod tables;
mod tiles;

pub use page::Areas;
pub use policy::Policy;
