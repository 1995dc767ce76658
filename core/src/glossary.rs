//! The terms of art, each in a sentence that needs none of the others' jargon.

use crate::words;

/// A term that the documents or this page use in a sense of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// 評価指標（KPI）.
    Indicator,
    /// 基準値.
    Baseline,
    /// 進捗率.
    OfficialRate,
    /// 達成率.
    Attainment,
    /// 判定.
    Rating,
    /// 維持型.
    KeepLevel,
    /// 集計中.
    Pending,
    /// 再掲.
    Relisted,
    /// 試算.
    Scenario,
    /// 逆算.
    GoalSeek,
    /// 推進管理.
    ProgressManagement,
    /// 連携地域.
    Area,
    /// （総合）振興局.
    Subprefecture,
    /// 官民共創.
    CoCreation,
}

impl Term {
    /// Every term.
    pub const ALL: [Self; 14] = [
        Self::Indicator,
        Self::Baseline,
        Self::OfficialRate,
        Self::Attainment,
        Self::Rating,
        Self::KeepLevel,
        Self::Pending,
        Self::Relisted,
        Self::Scenario,
        Self::GoalSeek,
        Self::ProgressManagement,
        Self::Area,
        Self::Subprefecture,
        Self::CoCreation,
    ];

    /// Its name in the page's markup.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Baseline => "baseline",
            Self::OfficialRate => "official-rate",
            Self::Attainment => "attainment",
            Self::Rating => "rating",
            Self::KeepLevel => "keep-level",
            Self::Pending => "pending",
            Self::Relisted => "relisted",
            Self::Scenario => "scenario",
            Self::GoalSeek => "goal-seek",
            Self::ProgressManagement => "progress-management",
            Self::Area => "area",
            Self::Subprefecture => "subprefecture",
            Self::CoCreation => "co-creation",
        }
    }

    /// The term.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Indicator => words!("評価指標（KPI）", "Indicator (KPI)"),
            Self::Baseline => words!("基準値", "Baseline"),
            Self::OfficialRate => words!("進捗率", "Progress rate"),
            Self::Attainment => words!("達成率", "Attainment"),
            Self::Rating => words!("判定", "Rating"),
            Self::KeepLevel => words!("維持型", "Keep-level indicator"),
            Self::Pending => words!("集計中", "Being compiled"),
            Self::Relisted => words!("再掲", "Listed again"),
            Self::Scenario => words!("試算", "What-if scenario"),
            Self::GoalSeek => words!("逆算", "Goal seek"),
            Self::ProgressManagement => words!("推進管理", "Progress management"),
            Self::Area => words!("連携地域", "Cooperation area"),
            Self::Subprefecture => words!("（総合）振興局", "Subprefecture"),
            Self::CoCreation => words!("官民共創", "Public–private co-creation"),
        }
    }

    /// What it means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Indicator => words!(
                "取組がうまくいっているかを確かめるために選んだ数字です。いつまでにいくつにするか（目標値）が決めてあります。",
                "A figure chosen to see whether the work succeeds. What it should be, and by when (the target), has been set."
            ),
            Self::Baseline => words!(
                "取組を始める前の値です。ここからどれだけ動いたかを見ます。",
                "The value before the work began. Progress is counted from here."
            ),
            Self::OfficialRate => words!(
                "実績を目標値で割った割合です。文書と同じ計算で、始める前の値は考えません。そのため、ほとんど動いていなくても高い率になることがあります。",
                "The result divided by the target, as the documents calculate it. It does not look at the value before the start, so it can be high where little has moved."
            ),
            Self::Attainment => words!(
                "始める前の値から目標値までの道のりを、どこまで進んだかの割合です。始める前より悪くなるとマイナスになります。",
                "How much of the way from the value before the start to the target has been covered. It is negative where things are worse than before."
            ),
            Self::Rating => words!(
                "目標年度に間に合う速さで進んでいるかを、A（間に合う）からDと後退までで表したものです。",
                "Whether progress is fast enough for the target year, from A (it is) down to D and “Fell back”."
            ),
            Self::KeepLevel => words!(
                "増やしたり減らしたりせず、いまの水準を守ることが目標の指標です。達成率はなく、守れたかどうかを見ます。",
                "An indicator whose target is to keep the present level. It has no attainment: what counts is whether the level was kept."
            ),
            Self::Pending => words!(
                "その年度の実績がまだまとまっていません。0という意味ではありません。",
                "The result of that year is not ready yet. It does not mean zero."
            ),
            Self::Relisted => words!(
                "同じ指標が、別のプロジェクトにもう一度載っているものです。中身は一つです。",
                "The same indicator stands in the list of another project again. It is one indicator."
            ),
            Self::Scenario => words!(
                "目標や実績が違っていたらどうなるかを、自分で試した数字です。公式の数字ではなく、この端末の中だけにあります。",
                "Figures of your own, to see what would follow if targets or results were different. They are not official and stay on this device."
            ),
            Self::GoalSeek => words!(
                "のぞむ率から逆にたどって、そのために必要な実績や毎年の伸び、目標を求めることです。",
                "Working back from the rate you want to the result, the yearly change or the target that it takes."
            ),
            Self::ProgressManagement => words!(
                "計画が進んでいるかを毎年数字で確かめ、次の取組を見直すことです。",
                "Checking every year by figures how a plan is getting on, and changing what is done next."
            ),
            Self::Area => words!(
                "北海道を6つに分けた地域です。その中の市町村と振興局が力を合わせます。",
                "One of six areas of Hokkaido in which municipalities and bureaus work together."
            ),
            Self::Subprefecture => words!(
                "北海道庁の地域ごとの役所です。道内に14あり、受け持つ地域もこの名前で呼びます。",
                "A regional office of the Hokkaido Government. There are 14; the region each looks after goes by the same name."
            ),
            Self::CoCreation => words!(
                "役所だけでなく、企業や団体、住民が一緒にチームをつくって取り組むことです。",
                "Companies, associations and residents form a team with the authorities and do the work together."
            ),
        }
    }
}
