//! The date, for what is printed or taken away.

use michishirube_core::{
    fiscal_year::Era,
    language::{Language, spoken},
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Today, by this browser's clock: 「令和6年11月23日」, "23 November 2024 (Reiwa 6)".
pub fn today(era: Era) -> String {
    let now = js_sys::Date::new_0();
    let western = now.get_full_year();
    let reiwa = western.saturating_sub(2018);
    let (month, day) = (now.get_month(), now.get_date());
    match spoken() {
        Language::Japanese => {
            let year = match era {
                Era::Wareki => format!("令和{reiwa}年"),
                Era::Seireki => format!("{western}年"),
            };
            format!("{year}{}月{day}日", month + 1)
        }
        Language::English => {
            let month = MONTHS.get(month as usize).copied().unwrap_or_default();
            let year = match era {
                Era::Wareki => format!("{western} (Reiwa {reiwa})"),
                Era::Seireki => western.to_string(),
            };
            format!("{day} {month} {year}")
        }
    }
}
