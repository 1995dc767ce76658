//! The committed data, and what a mistake in a file says.

use super::*;
use crate::{
    embed,
    geography::{self, Bounds, Point},
};
use std::{fs, path::Path};

pub(crate) fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/data");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// What is said after replacing the first `from` by `to` in a file.
fn after(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = files();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{from} is not in {file}");
    *text = text.replacen(from, to, 1);
    match edition(&files) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn the_committed_data_are_in_order_and_survive_the_embedded_form() {
    let Edition {
        dataset, geography, ..
    } = edition(&files()).unwrap();
    let bytes = embed::encode(&dataset).unwrap();
    assert_eq!(embed::decode::<Dataset>(&bytes).unwrap(), dataset);
    let bytes = embed::encode(&geography).unwrap();
    assert_eq!(embed::decode::<Geography>(&bytes).unwrap(), geography);
}

#[test]
fn a_mistake_is_named_with_file_row_column_and_remedy() {
    for (file, from, to, said) in [
        (
            "indicators.csv",
            "60.9",
            "六十",
            "indicators.csv の4行目「baseline」列：「六十」は数字ではありません。",
        ),
        (
            "observations.csv",
            "farmland-area,2021,113600,published,ha",
            "farmland-area,2021,113600,published,千人",
            "observations.csv の5行目「unit」列：単位が「千人」です。この指標の単位「ha」",
        ),
        (
            "observations.csv",
            "farmland-area,2021",
            "farm-area,2021",
            "observations.csv の5行目「indicator」列：「farm-area」は indicators.csv にありません。",
        ),
        (
            "appearances.csv",
            ",5715,千円",
            ",5716,千円",
            "budget_controls.csv の2行目「amount」列：予算額の合計が115136で、確認用の115135と合いません。",
        ),
        (
            "appearance_projects.csv",
            "\ntantetsuko-wide-area,002,sorachi-coal-memory",
            "",
            "appearance_projects.csv：予算のある事業「日本遺産「炭鉄港」広域連携推進事業」のプロジェクトの数が0で、確認用の1と合いません。",
        ),
        (
            "published_rates.csv",
            "81.4",
            "81.5",
            "published_rates.csv の4行目「rate」列：計算した進捗率が81.4で、確認用の81.5と合いません。",
        ),
        (
            "areas.csv",
            "short_name",
            "shortname",
            "areas.csv「short_name」列：この列がありません。",
        ),
        (
            "projects.csv",
            "\nfuture-technology,",
            "\ntantetsuko,",
            "projects.csv の3行目「id」列：「tantetsuko」が2回あります。",
        ),
        (
            "sdgs.csv",
            "2,",
            "2,,",
            "sdgs.csv の3行目：セルが3個あります。見出しと同じ2個にしてください",
        ),
        (
            "cartogram.csv",
            "ishikari,1,2",
            "ishikari,2,2",
            "cartogram.csv の3行目「column」列：この位置には「sorachi」があります。",
        ),
        (
            "cartogram.csv",
            "ishikari,",
            "sorachi,",
            "cartogram.csv の3行目「subprefecture」列：「sorachi」が2回あります。",
        ),
        (
            "cartogram.csv",
            "\nishikari,1,2",
            "",
            "cartogram.csv：「ishikari」の行がありません。加えてください。",
        ),
        (
            "english.csv",
            "program,shiribeshi-herring,",
            "program,shiribeshi-salmon,",
            "english.csv の142行目「id」列：「shiribeshi-salmon」は programs.csv にありません。",
        ),
        (
            "english.csv",
            "program,shiribeshi-herring,",
            "program,shiribeshi-salmon,",
            "english.csv：「shiribeshi-herring」（program）の英語の名前がありません。「program,shiribeshi-herring,英語の名前,editorial」の行を加えてください。",
        ),
        (
            "programs.csv",
            "shiribeshi-herring,",
            "shiribeshi-salmon,新しい事業\nshiribeshi-herring,",
            "english.csv：「shiribeshi-salmon」（program）の英語の名前がありません。",
        ),
        (
            "english.csv",
            "category,education,",
            "category,industry,",
            "english.csv の73行目「id」列：「industry」が2回あります。",
        ),
        (
            "english.csv",
            "area-short,donan,",
            "area_short,donan,",
            "english.csv の14行目「kind」列：「area_short」は使えません。document・area・area-short・",
        ),
        (
            "english.csv",
            "unit,万人,\"× 10,000 people\",",
            "unit,万人,,",
            "english.csv の183行目「name」列：空です。",
        ),
        (
            "english.csv",
            "Zero carbon",
            "\"Zero\ncarbon\"",
            "english.csv の68行目「name」列：改行は使えません。",
        ),
        (
            "english.csv",
            "No Poverty,official",
            "No Poverty,un",
            "english.csv の75行目「note」列：「un」は使えません。official・editorial のどれか",
        ),
        (
            "indicators.csv",
            ",カ所,",
            ",か所,",
            "english.csv：「か所」（unit）の英語の名前がありません。",
        ),
        (
            "hokkaido.topojson",
            "\"coast\"",
            "\"shore\"",
            "hokkaido.topojson：「coast」という面がありません。",
        ),
    ] {
        let problems = after(file, from, to);
        assert!(
            problems.iter().any(|problem| problem.starts_with(said)),
            "expected {said}\nfound {problems:#?}"
        );
    }
}

#[test]
fn a_missing_file_is_named() {
    let mut files = files();
    files.remove("indicators.csv");
    let problems = edition(&files).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "indicators.csv：ファイルがありません。この名前で置いてください。"
    );
}

#[test]
fn no_text_in_any_file_panics() {
    for name in files().keys() {
        for text in ["", "\u{feff}", "\"", "a,b\n1", "id\n", "[[", "\u{0}"] {
            let mut files = files();
            files.insert(name.clone(), text.to_owned());
            let _ = edition(&files);
        }
    }
}

/// From the islands of 渡島 to 択捉島, with every 振興局 on land or at the shore.
#[test]
fn the_outline_is_that_of_hokkaido() {
    let Edition {
        dataset, geography, ..
    } = edition(&files()).unwrap();
    let bounds = Bounds::of(geography.coast.iter().flatten()).unwrap();
    let degrees = |steps: i32| steps / geography::PER_DEGREE;
    assert_eq!(degrees(bounds.south_west.latitude), 41);
    assert_eq!(degrees(bounds.south_west.longitude), 139);
    assert_eq!(degrees(bounds.north_east.latitude), 45);
    assert_eq!(degrees(bounds.north_east.longitude), 148);
    let mainland = Bounds::of(&geography.coast[0]).unwrap();
    for subprefecture in &dataset.subprefectures {
        let seat = Point::from(&subprefecture.seat);
        assert!(mainland.contains(seat), "{}", subprefecture.name);
    }
    assert_eq!(geography.tiles.len(), dataset.subprefectures.len());
}
