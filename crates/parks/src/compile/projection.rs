//! From degrees to the drawing: an Albers equal-area conic for the region, scaled to a fixed width.

use disclosure::model::Point;

/// Standard parallels and origin that suit 97–126° E, 37–53° N.
const PARALLELS: [f64; 2] = [40.0, 50.0];
const ORIGIN: [f64; 2] = [112.0, 45.0];

/// Width of the drawing, in drawing units.
pub const WIDTH: f64 = 1000.0;
/// Free border around the outlines, in drawing units.
const MARGIN: f64 = 6.0;

/// A projection onto the drawing, fitted to what it must show.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    cone: Cone,
    scale: f64,
    left: f64,
    top: f64,
    height: f64,
}

#[derive(Clone, Copy, Debug)]
struct Cone {
    n: f64,
    c: f64,
    rho_origin: f64,
}

impl Cone {
    fn new() -> Cone {
        let [first, second] = PARALLELS.map(f64::to_radians);
        let n = (first.sin() + second.sin()) / 2.0;
        let c = first.cos().powi(2) + 2.0 * n * first.sin();
        let mut cone = Cone { n, c, rho_origin: 0.0 };
        cone.rho_origin = cone.rho(ORIGIN[1]);
        cone
    }

    fn rho(self, lat: f64) -> f64 {
        (self.c - 2.0 * self.n * lat.to_radians().sin()).sqrt() / self.n
    }

    /// Plane coordinates in radians of the sphere, y growing to the south as in a drawing.
    fn project(self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        let theta = self.n * (lon - ORIGIN[0]).to_radians();
        let rho = self.rho(lat);
        [rho * theta.sin(), rho * theta.cos() - self.rho_origin]
    }
}

impl Projection {
    /// Fits the points into the drawing's width.
    pub fn fit<'a>(points: impl Iterator<Item = &'a [f64; 2]>) -> Projection {
        let cone = Cone::new();
        let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let [left, top, right, bottom] = points.fold(start, |[left, top, right, bottom], point| {
            let [x, y] = cone.project(*point);
            [left.min(x), top.min(y), right.max(x), bottom.max(y)]
        });
        let scale = (WIDTH - 2.0 * MARGIN) / (right - left);
        let height = ((bottom - top) * scale + 2.0 * MARGIN).ceil();
        Projection { cone, scale, left, top, height }
    }

    /// Width and height of the drawing.
    pub fn size(&self) -> [f64; 2] {
        [WIDTH, self.height]
    }

    /// A place on the drawing, in whole tenths of a unit, so that equal places stay equal.
    pub fn tenths(&self, degrees: [f64; 2]) -> [i32; 2] {
        let [x, y] = self.cone.project(degrees);
        let place = |value: f64, least: f64| (((value - least) * self.scale + MARGIN) * 10.0).round() as i32;
        [place(x, self.left), place(y, self.top)]
    }

    /// A point's place on the drawing.
    pub fn place(&self, point: Point) -> [f64; 2] {
        self.tenths([point.lon, point.lat]).map(units)
    }
}

/// Tenths into drawing units.
pub fn units(tenths: i32) -> f64 {
    f64::from(tenths) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_lies_in_the_middle_and_north_is_up() {
        let corners = [[108.0, 45.0], [116.0, 45.0], [112.0, 41.0], [112.0, 49.0]];
        let projection = Projection::fit(corners.iter());
        let [x, _] = projection.place(Point { lon: 112.0, lat: 45.0 });
        assert!((x - WIDTH / 2.0).abs() < 0.1, "{x}");
        let north = projection.tenths([112.0, 49.0]);
        let south = projection.tenths([112.0, 41.0]);
        assert!(north[1] < south[1]);
        assert_eq!(north[0], south[0]);
    }

    #[test]
    fn equal_areas_stay_equal() {
        // One degree square in the south and in the north, by their areas on the sphere.
        let projection = Projection::fit([[97.0, 37.0], [126.0, 53.0], [97.0, 53.0], [126.0, 37.0]].iter());
        let drawn = |lat: f64| {
            let corners = [[111.0, lat], [112.0, lat], [112.0, lat + 1.0], [111.0, lat + 1.0]]
                .map(|corner| projection.tenths(corner).map(f64::from));
            let twice: f64 = (0..4)
                .map(|i| {
                    let ([ax, ay], [bx, by]) = (corners[i], corners[(i + 1) % 4]);
                    ax * by - bx * ay
                })
                .sum();
            twice.abs() / ((lat + 1.0).to_radians().sin() - lat.to_radians().sin())
        };
        assert!((drawn(38.0) / drawn(51.0) - 1.0).abs() < 0.01);
    }
}
