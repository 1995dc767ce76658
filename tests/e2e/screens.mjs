// Every kind of screen, with a link to one of it.

export const SCREENS = {
  ホーム: "",
  事業をさがす: "?screen=programs&category=local-resources",
  事業の表: "?screen=programs&layout=table&sort=budget",
  事業のページ: "?screen=program&id=tantetsuko-wide-area",
  指標: "?screen=indicators",
  指標のページ: "?screen=indicator&id=sorachi-visitors",
  実績のない指標: "?screen=indicator&id=kushiro-nemuro-renewables",
  試算: "?screen=scenario&id=certified-kodomoen",
  試算の比較: "?screen=comparison&id=certified-kodomoen",
  プロジェクト: "?screen=projects",
  プロジェクトのページ: "?screen=project&id=sorachi-appeal",
  予算: "?screen=budget",
  地域: "?screen=areas",
  しくみ: "?screen=policy",
  ビジョン: "?screen=vision",
  意見シート: "?screen=opinions",
  インフラ整備進捗図: "?screen=infrastructure",
  報告書: "?screen=report",
  データ: "?screen=data",
  文書のページ: "?screen=document&id=001",
};
