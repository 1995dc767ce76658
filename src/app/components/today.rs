//! The date, for what is printed or taken away.

use michishirube_core::fiscal_year::Era;

/// Today, by this browser's clock: 「令和6年11月23日」.
pub fn today(era: Era) -> String {
    let now = js_sys::Date::new_0();
    let western = now.get_full_year();
    let year = match era {
        Era::Wareki => format!("令和{}年", western.saturating_sub(2018)),
        Era::Seireki => format!("{western}年"),
    };
    format!("{year}{}月{}日", now.get_month() + 1, now.get_date())
}
