//! 地域, and しくみ: the policy itself.

mod areas;
mod policy;

pub use areas::Areas;
pub use policy::Policy;
